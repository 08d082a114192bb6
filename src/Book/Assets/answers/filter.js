// A 3 × 3 filter over a digit: its nine weights, the feature map, and the window at one place.
const digitSide = 8, mapSide = 6;
const nine = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const filters = [
  ['vertical edges', [1, 0, -1, 1, 0, -1, 1, 0, -1], 'Ink on the left and paper on the right gives a large sum, the other way round a negative one.'],
  ['horizontal edges', [1, 1, 1, 0, 0, 0, -1, -1, -1], 'The same, turned by a right angle: large where ink stands above paper.'],
  ['blur', Array(9).fill(1 / 9), 'Each number is the mean of nine pixels: edges become soft, and what is thin becomes grey.'],
  ['sharpen', [0, -1, 0, -1, 5, -1, 0, -1, 0], 'Each pixel five times, less its four neighbours: what differs from its surroundings stands out.'],
  ['all edges', [-1, -1, -1, -1, 8, -1, -1, -1, -1], 'A pixel against its eight neighbours: nothing where all nine are alike, whichever way an edge runs.'],
  ['as it is', [0, 0, 0, 0, 1, 0, 0, 0, 0], 'Only the middle counts: the picture without its rim.'],
];
// The digits are those that this page has drawn: the pictures of 8 × 8 numbers in its figures.
const digitsOf = () => {
  for (const script of all('[data-figure] > script[type="application/json"]')) {
    const { data } = JSON.parse(script.textContent);
    const digits = data?.filter(({ z }) => z?.length === digitSide && z.every(row => row.length === digitSide)).map(({ z }) => z.flat());
    if (digits?.length > 1) return digits;
  }
  throw new Error('The digits of this page are missing.');
};
const four = number => String(Number(number.toPrecision(4)));
const weights = panel => {
  const fields = nine.map(i => {
    const name = `weight in row ${Math.floor(i / 3) + 1}, column ${i % 3 + 1}`;
    const input = make('input', { type: 'number', name: `w${i}`, step: .5, min: -99, max: 99, ariaLabel: name });
    input.oninput = () => { if (Number.isFinite(input.valueAsNumber)) panel.change(`w${i}`); };
    panel.fields[`w${i}`] = { get: () => input.valueAsNumber || 0, set: value => { input.value = Number(value.toFixed(3)); panel.state.exact[i] = value; } };
    return input;
  });
  const grid = make('div', { className: 'weights', role: 'group', ariaLabel: 'The filter' }, ...fields);
  return make('div', { className: 'row weights-of' }, grid);
};
const choose = (panel, [, values, told]) => {
  nine.forEach(i => panel.set(`w${i}`, values[i]));
  panel.explain(told);
  return panel.change('filter');
};

answers.filter = {
  name: 'A filter over a digit',
  told: '',
  views: { digit: 'Digit and window', map: 'Feature map' },
  controls: [
    buttons('Filters', filters.map(filter => [filter[0], panel => choose(panel, filter)])), weights,
    choice('digit', 'digit', Array.from({ length: 12 }, (_, i) => [String(i), `number ${i + 1} of the page`])),
    slider('bias', 'bias', -2, 2, .05, 0), slider('row', 'window: row', 0, 5, 1, 2), slider('column', 'window: column', 0, 5, 1, 3),
  ],
  begin: async panel => {
    const { state, set, canvas } = panel;
    state.digits = digitsOf();
    const select = one('[name=digit]', panel.section);
    while (select.options.length > state.digits.length) select.lastChild.remove();
    const [, values, told] = filters[0];
    nine.forEach(i => set(`w${i}`, values[i]));
    panel.explain(told);
    const place = ({ x, y, side, cells }, atX, atY) => [Math.floor((atX - x) / side * cells), Math.floor((atY - y) / side * cells)];
    for (const [view, shift] of [['digit', 1], ['map', 0]]) draggable(canvas(view), {
      hold: (x, y) => {
        const box = state[view];
        return box && x >= box.x && x < box.x + box.side && y >= box.y && y < box.y + box.side;
      },
      drag: (_, x, y) => {
        const [column, row] = place(state[view], x, y).map(at => Math.max(0, Math.min(5, at - shift)));
        set('row', row);
        set('column', column);
        panel.change('window');
      },
    });
  },
  changed: ({ state, get, explain }, name) => {
    if (!/^w\d$/.test(name)) return;
    state.exact[+name[1]] = get(name);
    explain('A filter of your own. What does it answer to?');
  },
  ask: async ({ machine, state, get }) => {
    const digit = state.digits[+get('digit')];
    const map = await machine.call('Convolve', digit, digitSide, state.exact, get('bias'));
    Object.assign(state, { digit: { ...state.digit, pixels: digit }, map: { ...state.map, numbers: map } });
  },
  draw: panel => {
    const { state, get } = panel, { pixels } = state.digit ?? {}, { numbers } = state.map ?? {};
    if (!numbers) return;
    const [row, column] = [get('row'), get('column')];
    const most = Math.max(1e-9, ...numbers.map(Math.abs));
    const scale = [mixed(.9, colours.page, colours.blue), colours.page, mixed(.9, colours.page, colours.orange)];
    Object.assign(state.digit, squares(panel.canvas('digit'), pixels, digitSide, [0, 1], [colours.page, colours.ink], { x: column, y: row, side: 3 }));
    Object.assign(state.map, squares(panel.canvas('map'), numbers, mapSide, [-most, most], scale, { x: column, y: row, side: 1 }, true));
    const under = i => pixels[(row + Math.floor(i / 3)) * digitSide + column + i % 3], sum = numbers[row * mapSide + column];
    const terms = [...nine.filter(i => state.exact[i] && under(i)).map(i => [state.exact[i], ` · ${four(under(i))}`]), ...get('bias') ? [[get('bias'), ', the bias,']] : []];
    panel.tell(`Window at row ${row}, column ${column}: ${terms.map(([weight, rest], i) =>
      `${weight < 0 ? '− ' : i ? '+ ' : ''}${four(Math.abs(weight))}${rest}`).join(' ') || '0'} = ${four(sum).replace('-', '−')}.`);
    panel.label('digit', `A digit of 8 × 8 pixels, the window at row ${row}, column ${column}.`);
    panel.label('map', `The feature map, 6 × 6 numbers from ${shown(Math.min(...numbers))} to ${shown(Math.max(...numbers))}; ${shown(sum)} at row ${row}, column ${column}.`);
  },
};
// A square of numbers as large as the view allows, with a frame around some of them; where it lies.
const squares = (canvas, values, cells, range, scale, frame, isNumbered) => {
  const { pen, width, height } = surface(canvas), side = Math.min(width, height) - 4, x = 2, y = 2, each = side / cells;
  picture(pen, values, cells, range, scale, [x, y, side, side], false);
  pen.strokeStyle = colours.rule; pen.lineWidth = 1; pen.strokeRect(x, y, side, side);
  if (isNumbered) {
    pen.textAlign = 'center'; pen.textBaseline = 'middle';
    values.forEach((value, i) => {
      const strength = Math.abs(value) / range[1];
      pen.fillStyle = strength > .6 ? colours.page : colours.ink;
      pen.fillText(value.toFixed(1).replace('-0.0', '0.0').replace('-', '−'), x + (i % cells + .5) * each, y + (Math.floor(i / cells) + .5) * each);
    });
  }
  pen.strokeStyle = colours.orange; pen.lineWidth = 3;
  if (isNumbered) pen.strokeStyle = colours.ink;
  pen.strokeRect(x + frame.x * each, y + frame.y * each, frame.side * each, frame.side * each);
  return { x, y, side, cells };
};
