// One neuron and its straight cut.
const side = 41;
const square = Float64Array.from({ length: 2 * side * side }, (_, i) => {
  const cell = i >> 1;
  return i % 2 ? 1 - Math.floor(cell / side) / (side - 1) : cell % side / (side - 1);
});
const signed = number => `${number < 0 ? '−' : '+'} ${shown(Math.abs(number))}`;
// Where the line w₁ x + w₂ y + c = 0 enters and leaves the map; nothing where it lies outside.
const endsOf = (w1, w2, c) => {
  const ends = [];
  const add = (x, y) => { if (x >= -1e-9 && x <= 1 + 1e-9 && y >= -1e-9 && y <= 1 + 1e-9 && !ends.some(end => Math.hypot(end[0] - x, end[1] - y) < 1e-6)) ends.push([x, y]); };
  for (const at of [0, 1]) {
    if (w2) add(at, -(c + w1 * at) / w2);
    if (w1) add(-(c + w2 * at) / w1, at);
  }
  return ends.length === 2 ? ends : [];
};
const numbersOf = panel => ['w1', 'w2', 'c'].map(name => panel.get(name));
const factorOf = power => Number((10 ** power).toPrecision(2));

answers.cut = {
  name: 'One neuron’s cut',
  told: 'Drag the line to move the cut, or one of its ends to tilt it; the sliders do the same. The input i₁ runs to the right, i₂ upwards.',
  views: { map: '' },
  controls: [
    slider('w1', 'weight w₁', -40, 40, .1, 20), slider('w2', 'weight w₂', -40, 40, .1, 10), slider('c', 'bias c', -60, 60, .1, -15),
    slider('power', 'common factor', -1, 1, .05, 0, power => shown(factorOf(power))),
  ],
  begin: panel => {
    const { state } = panel, canvas = panel.canvas('map');
    const move = ([w1, w2, c]) => {
      panel.set('w1', w1); panel.set('w2', w2); panel.set('c', c);
      panel.change();
    };
    draggable(canvas, {
      hold: (x, y) => {
        if (!state.axes) return null;
        const [w1, w2, c] = numbersOf(panel), ends = endsOf(w1, w2, c);
        const taken = ends.findIndex(([a, b]) => isNear(x, y, [state.axes.x(a), state.axes.y(b)]));
        if (taken >= 0) return { other: ends[1 - taken], w1, w2 };
        const [a, b] = [state.axes.atX(x), state.axes.atY(y)], distance = Math.abs(w1 * a + w2 * b + c) / Math.hypot(w1, w2);
        return ends.length && distance * (state.axes.right - state.axes.left) < 18 ? { by: -(w1 * a + w2 * b) - c, w1, w2 } : null;
      },
      drag: ({ other, by, w1, w2 }, x, y) => {
        const [a, b] = [state.axes.atX(x), state.axes.atY(y)].map(at => Math.max(0, Math.min(1, at)));
        if (!other) return move([w1, w2, -(w1 * a + w2 * b) - by]);
        // Through this point and the other end, as steep as before, and on where it was on.
        const [across, up] = [b - other[1], other[0] - a], length = Math.hypot(across, up);
        if (length < .05) return;
        const size = Math.hypot(w1, w2) / length * (across * w1 + up * w2 < 0 ? -1 : 1);
        move([across * size, up * size, -(across * other[0] + up * other[1]) * size]);
      },
    });
  },
  ask: async ({ get, machine, state, ...panel }) => {
    const factor = factorOf(get('power')), [w1, w2, c] = numbersOf({ get }).map(number => number * factor);
    state.map = await machine.call('Neuron', [w1, w2], c, 3, square);
  },
  draw: panel => {
    const { state } = panel, on = surface(panel.canvas('map')), { pen } = on, axes = state.axes = plot(on, [0, 1], [0, 1]);
    const box = [axes.left, axes.top, axes.right - axes.left, axes.bottom - axes.top];
    if (state.map) picture(pen, state.map, side, [0, 1], [colours.page, colours.middle, colours.most], box);
    const [w1, w2, c] = numbersOf(panel), ends = endsOf(w1, w2, c), factor = factorOf(panel.get('power'));
    if (ends.length) {
      pen.strokeStyle = colours.orange; pen.lineWidth = 2.5;
      line(pen, ends.map(end => end[0]), ends.map(end => end[1]), axes.x, axes.y);
    }
    axes.end();
    for (const [x, y] of ends) handle(pen, axes.x(x), axes.y(y), colours.orange);
    const formula = `σ(${shown(w1 * factor).replace(/^−/, '− ')} i₁ ${signed(w2 * factor)} i₂ ${signed(c * factor)})`;
    panel.caption('map', formula);
    if (!state.map) return;
    const corners = [[0, 0, side * (side - 1)], [1, 0, side * side - 1], [0, 1, 0], [1, 1, side - 1]]
      .map(([x, y, at]) => `${state.map[at].toFixed(2)} at (${x}, ${y})`).join(', ');
    const where = !w1 && !w2 ? 'Without weights there is no cut.' : ends.length ? 'On the line the neuron gives 0.5.' : 'The cut lies outside the map.';
    panel.tell(`${where} It gives ${corners}.`);
    panel.label('map', `${formula}: ${corners}.`);
  },
};
