// What a reader can set, how it stands in the address, and the stories of the chapter as such settings.
const place = one('.playground');
// In a figure of another page the address is that page's own; a link has this run's.
const elsewhere = one('.on-its-page', place.parentElement);
const form = one('.settings', place);
const field = name => form.elements[name];
const names = ['data', 'noise', 'points', 'dataSeed', 'layers', 'units', 'activation', 'seed', 'drawn', 'optimizer', 'rate', 'batch', 'decay', 'own'];
const isNumber = name => field(name).type === 'number';
const initial = Object.fromEntries(names.map(name => [name, field(name).value]));

// A number that is missing or out of range becomes the nearest one that is allowed.
const allowed = (name, text) => {
  const input = field(name);
  if (input.tagName === 'SELECT') return all('option', input).some(option => option.value === text) ? text : initial[name];
  if (!isNumber(name)) return text;
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number)) return initial[name];
  const held = Math.min(Number(input.max), Math.max(Number(input.min), number));
  return String(input.step === '1' ? Math.round(held) : held);
};
const settings = () => Object.fromEntries(names.map(name => [name, allowed(name, field(name).value)]));

// The address has what differs from the beginning; points as x,y;x,y.
const toAddress = now => {
  const words = new URLSearchParams();
  for (const name of names) {
    if (name === 'drawn' && now.seed !== initial.seed && now.drawn === '0') continue;
    if (name === 'own' ? now.data === 'own' && now.own.trim() : now[name] !== initial[name])
      words.set(name, name === 'own' ? now.own.trim().replace(/[ \t]*[,;\t][ \t]*|[ \t]+/g, ',').replace(/\s*\n\s*/g, ';') : now[name]);
  }
  return `#${words.toString().replaceAll('%2C', ',').replaceAll('%3B', ';') || 'start'}`;
};
const fromAddress = hash => {
  const words = new URLSearchParams(hash.slice(1).replaceAll(';', '%3B'));
  return Object.fromEntries(names.map(name => {
    const text = words.get(name);
    if (text === null) return [name, name === 'drawn' && words.has('seed') ? '0' : initial[name]];
    return [name, name === 'own' ? text.replaceAll(';', '\n').replaceAll(',', ', ') : allowed(name, text)];
  }));
};
const show = wanted => {
  for (const name of names) field(name).value = wanted[name];
  one('.own', form).hidden = wanted.data !== 'own';
  for (const name of ['noise', 'points', 'dataSeed']) field(name).disabled = wanted.data === 'own';
};

// A reader's own points: one a line, numbers between commas, semicolons, tabs or blanks; a first line of names is passed over.
const readPoints = text => {
  const lines = text.split('\n').map((line, i) => ({ line: line.trim(), number: i + 1 })).filter(({ line }) => line);
  const cells = line => line.split(/\s*[,;\t]\s*|\s+/);
  if (lines.length && cells(lines[0].line).every(cell => Number.isNaN(Number(cell)))) lines.shift();
  const rows = [];
  for (const { line, number } of lines) {
    const row = cells(line), width = rows[0]?.length ?? row.length;
    const odd = row.find(cell => cell === '' || !Number.isFinite(Number(cell)));
    if (row.length < 2 || row.length > 3) throw new Error(`Line ${number}: found ${row.length === 1 ? '1 number' : `${row.length} numbers`}, expected two (x, y) or three (x₁, x₂, class).`);
    if (odd !== undefined) throw new Error(`Line ${number}: found “${odd}”, expected a number such as 0.5.`);
    if (row.length !== width) throw new Error(`Line ${number}: found ${row.length} numbers, expected ${width} as in the lines above.`);
    if (width === 3 && Number(row[2]) !== 0 && Number(row[2]) !== 1) throw new Error(`Line ${number}: found the class ${row[2]}, expected 0 or 1.`);
    rows.push(row.map(Number));
  }
  if (rows.length > 1000) throw new Error(`Found ${rows.length} points, expected 1,000 at most.`);
  return { rows, hasClasses: rows[0]?.length === 3 };
};

// Those of the chapter begin with the numbers that its own network had: after so many draws from the stream of the seed 42.
const stories = [
  { name: 'The line bends', set: {},
    told: 'The network of notebook 04: each of ten ReLU units adds a line with a kink, and the kinks make the curve.' },
  { name: 'A straight line', set: { drawn: '143' },
    told: 'Ten ReLU units again, from the start of notebook 05’s last network, and they learn a straight line: one kink lies inside the data at the start, and training drives it out. Another seed of the weights cures it.' },
  { name: 'Dead units', set: { units: '4', seed: '14', drawn: '0' },
    told: 'Four ReLU units from the seed 14, as in notebook 04: two are dead from the start, grey in the network. They are active on no point, so no step changes them.' },
  { name: 'Too large a rate', set: { rate: '0.8' },
    told: 'The first network again, with steps eight times as long: the loss jumps up, the units are thrown off the data and die, and what is left is a constant. Set the rate back to 0.1, then Reset.' },
  { name: 'Overfitting', set: { points: '12', seed: '1', drawn: '0', noise: '0.3', units: '30', activation: 'tanh', optimizer: 'adam', rate: '0.03' },
    told: 'Thirty units and twelve noisy points: the curve learns the noise. The loss on these points falls, while that on the points held out rises (notebook 06).' },
  { name: 'Two moons', set: { data: 'moons', activation: 'tanh', units: '8', optimizer: 'adam', rate: '0.03' },
    told: 'Two classes in the plane: eight tanh units bend the border between the half circles.' },
  { name: 'A spiral', set: { data: 'spiral', noise: '0.02', points: '200', activation: 'tanh', layers: '2', units: '12', optimizer: 'adam', rate: '0.01' },
    told: 'A border that winds. Two layers of twelve units wind along with it; one layer finds that hard.' },
];
