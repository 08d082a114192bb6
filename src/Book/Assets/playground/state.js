// The playground's state: what its fields say, and the address that says the same, so that a link shows the same run.
const { startMachine } = window;
const field = document.querySelector('.playground');
const one = (selector, from = field) => from.querySelector(selector);
const all = (selector, from = field) => [...from.querySelectorAll(selector)];
const knobs = one('.knobs');
const inputs = [...knobs.querySelectorAll('[name]'), one('[name=speed]')];
const initial = input => input.tagName === 'SELECT' ? (one('[selected]', input) ?? input.options[0]).value : input.defaultValue;
const kinds = ['parabola', 'sine', 'moons', 'spiral'];
const activations = ['none', 'relu', 'tanh', 'sigmoid'];
const optimizers = ['sgd', 'rmsprop', 'adam', 'adamw'];
// The reader's own points, row by row; what is typed into the fields stands in them alone.
let points = [];
const short = number => +number.toPrecision(4);

const nameOf = input => input.parentElement.firstChild.data.trim();
// What the fields say; where one of them cannot be read, `wrong` says which.
const readState = () => {
  const wrong = inputs.find(input => !input.checkValidity());
  if (wrong) return { wrong: `${wrong.closest('fieldset').querySelector('legend').textContent}, ${nameOf(wrong)}: ${wrong.validationMessage}` };
  const state = Object.fromEntries(inputs.map(input => [input.name, input.type === 'number' ? +input.value : input.value]));
  state.isOwn = !kinds.includes(state.data);
  state.hasClasses = ['moons', 'spiral', 'classes'].includes(state.data);
  state.width = state.hasClasses ? 3 : 2;
  state.hidden = Array(state.layers).fill(state.units);
  return state;
};
// Only what differs from the beginning.
const writeAddress = () => {
  const parts = inputs.filter(input => input.value !== initial(input)).map(input => `${input.name}=${input.value}`);
  const { isOwn, width } = readState();
  if (isOwn && points.length) parts.push(`points=${rows(points, width).map(row => row.join(',')).join(';')}`);
  history.replaceState(null, '', parts.length ? `#${parts.join('&')}` : location.pathname + location.search);
};
const rows = (numbers, width) => Array.from({ length: numbers.length / width }, (_, i) => numbers.slice(i * width, (i + 1) * width));
// Fields that the address does not name, or names in vain, are as in the beginning.
const readAddress = () => {
  const said = new Map(location.hash.slice(1).replaceAll('%2C', ',').replaceAll('%3B', ';').split('&').map(part => part.split('=')));
  for (const input of inputs) {
    input.value = said.get(input.name) ?? initial(input);
    if (input.value === '' || !input.checkValidity()) input.value = initial(input);
  }
  const { width } = readState();
  const found = (said.get('points') ?? '').split(';').filter(Boolean).map(row => row.split(',').map(Number));
  points = found.every(row => row.length === width && row.every(Number.isFinite)) ? found.flat() : [];
};
const isState = () => location.hash.includes('=');

// A pasted table; throws a sentence that says which line is not as it should be.
const readTable = text => {
  const lines = text.split(/\r?\n/).map((line, i) => ({ at: i + 1, cells: line.trim().split(/\s*[,;\t]\s*/) })).filter(line => line.cells.join('') !== '');
  if (lines.length && lines[0].cells.every(cell => cell !== '' && Number.isNaN(+cell))) lines.shift();
  if (!lines.length) throw new Error('Found no row. Expected two or three numbers in each, such as 0.1, 1.2.');
  const width = lines[0].cells.length;
  if (width !== 2 && width !== 3) throw new Error(`Line ${lines[0].at} has ${width} column${width > 1 ? 's' : ''}. Expected two (x, y) or three (x₁, x₂, class).`);
  if (lines.length > 500) throw new Error(`Found ${lines.length} rows. Expected at most 500.`);
  for (const { at, cells } of lines) {
    if (cells.length !== width) throw new Error(`Line ${at} has ${cells.length} columns, the first row has ${width}.`);
    const odd = cells.find(cell => cell === '' || !Number.isFinite(+cell));
    if (odd !== undefined) throw new Error(`Line ${at}: found '${odd}'. Expected a number.`);
    if (width === 3 && cells[2] !== '0' && cells[2] !== '1') throw new Error(`Line ${at}: found the class '${cells[2]}'. Expected 0 or 1.`);
  }
  return scaled(lines.map(line => line.cells.map(Number)), width);
};
// A network begins near 0 and learns there: columns that go far beyond are brought to 0…1.
const scaled = (table, width) => {
  const far = [0, 1].filter(column => table.some(row => Math.abs(row[column]) > 3));
  for (const column of far) {
    const values = table.map(row => row[column]), low = Math.min(...values), span = Math.max(...values) - low || 1;
    for (const row of table) row[column] = (row[column] - low) / span;
  }
  return { hasClasses: width === 3, numbers: table.flat().map(short), isScaled: far.length > 0 };
};
