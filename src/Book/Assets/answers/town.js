// A reader of names: its guess of the country after each letter. Its weights stand beside the figure, as the notebook put them out.
const alphabet = '.abcdefghijklmnopqrstuvwxyz'; // A full stop begins a name.
const lettersOf = text => text.toLowerCase().replaceAll('ß', 'ss').replaceAll('æ', 'ae').replaceAll('œ', 'oe').replaceAll('ø', 'o')
  .normalize('NFD').replace(/[^a-z]/g, '').slice(0, 14);
const textField = (name, label, value) => panel => {
  const input = make('input', { name, value, maxLength: 40, autocomplete: 'off', spellcheck: false });
  input.setAttribute('autocapitalize', 'none');
  input.oninput = () => panel.change(name);
  panel.fields[name] = { get: () => input.value, set: text => { input.value = text; } };
  return make('div', { className: 'row' }, make('label', {}, make('span', { textContent: label }), input));
};
const percent = share => share > 0 && share < .005 ? 'below 1 %' : `${Math.round(100 * share)} %`;

answers.town = {
  name: 'Where does this town lie?',
  told: 'Type the name of a town, in Italy, Germany, France, Spain, Great Britain or Japan. An invented one will do. Accents, blanks and hyphens are left out, as in the data.',
  views: { letters: 'The guess after each letter', shares: 'The guess after the last letter' },
  controls: [
    textField('name', 'name of a town', 'montenero'),
    buttons('Names', ['Yorkshire', 'Kawasaki', 'Saint-Malo', 'Badenweiler'].map(name => [name, panel => { panel.set('name', name); return panel.change('name'); }])),
  ],
  begin: ({ cell, state }) => {
    const layers = JSON.parse(one('script[data-reader]', cell).textContent);
    const [embedding, , past, , , output, biases] = layers;
    state.weights = Float64Array.from(layers.flat());
    state.sizes = [embedding.length / alphabet.length, Math.sqrt(past.length / 3), biases.length];
    if (output.length !== state.sizes[1] * state.sizes[2]) throw new Error('The weights of the reader are not as expected.');
    state.countries = JSON.parse(one('[data-figure] > script[type="application/json"]', cell).textContent).layout.xaxis.ticktext;
  },
  ask: async ({ machine, state, get }) => {
    const letters = lettersOf(get('name')), signs = [...`.${letters}`].map(sign => alphabet.indexOf(sign));
    state.guesses = await machine.call('Guesses', state.weights, ...state.sizes, signs);
    state.letters = letters;
  },
  draw: panel => {
    const { state } = panel, { guesses, letters, countries } = state;
    if (!guesses) return;
    const last = guesses.slice(-countries.length), order = countries.map((_, k) => k).sort((a, b) => last[b] - last[a]);
    drawLetters(surface(panel.canvas('letters')), guesses, `.${letters}`, countries);
    drawShares(surface(panel.canvas('shares')), last, countries);
    const said = order.slice(0, 3).map(k => `${countries[k]} ${percent(last[k])}`).join(', ');
    panel.tell(`After ${letters ? `“${letters}”` : 'no letter'}: ${said}.`);
    const best = Array.from({ length: letters.length + 1 }, (_, i) => {
      const shares = [...guesses.slice(i * countries.length, (i + 1) * countries.length)], k = shares.indexOf(Math.max(...shares));
      return `${letters[i - 1] ?? 'before the first letter'} ${countries[k]} ${percent(shares[k])}`;
    });
    panel.label('letters', `The likeliest country after each letter: ${best.join(', ')}.`);
    panel.label('shares', `Shares after the last letter: ${countries.map((country, k) => `${country} ${percent(last[k])}`).join(', ')}.`);
  },
};
// A column for each letter, a row for each country: the bluer, the likelier.
const drawLetters = ({ pen, width, height }, guesses, signs, countries) => {
  const left = 30, top = 24, wide = Math.min(52, (width - left - 4) / signs.length), tall = (height - top - 4) / countries.length;
  pen.textBaseline = 'middle';
  pen.fillStyle = colours.quiet; pen.textAlign = 'left'; pen.font = '12px system-ui, sans-serif';
  countries.forEach((country, k) => pen.fillText(country, 2, top + (k + .5) * tall));
  pen.textAlign = 'center';
  [...signs].forEach((sign, i) => {
    const x = left + i * wide;
    pen.fillStyle = colours.ink; pen.font = '15px system-ui, sans-serif';
    pen.fillText(i ? sign : '·', x + wide / 2, top / 2);
    pen.font = '11px system-ui, sans-serif';
    countries.forEach((_, k) => {
      const share = guesses[i * countries.length + k], y = top + k * tall;
      pen.fillStyle = mixed(share, colours.page, colours.blue);
      pen.fillRect(x + 1, y + 1, wide - 2, tall - 2);
      if (share < .1 || wide < 20) return;
      pen.fillStyle = share > .55 ? colours.page : colours.ink;
      pen.fillText(Math.round(100 * share), x + wide / 2, y + tall / 2);
    });
  });
};
const drawShares = ({ pen, width, height }, shares, countries) => {
  const tall = (height - 8) / countries.length;
  pen.textBaseline = 'middle'; pen.textAlign = 'left'; pen.font = '12px system-ui, sans-serif';
  countries.forEach((country, k) => {
    const y = 4 + (k + .5) * tall, long = shares[k] * (width - 100);
    pen.fillStyle = colours.quiet; pen.fillText(country, 2, y);
    pen.fillStyle = colours.blue; pen.fillRect(30, y - tall * .3, long, tall * .6);
    pen.fillStyle = colours.ink; pen.fillText(percent(shares[k]), 36 + long, y);
  });
};
