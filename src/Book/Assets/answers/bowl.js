// The bowl of a loss over two parameters, and a walk down on it.
const bowl = { a: [.2, 2.6], b: [-1.8, .6], cells: 60 };
const heights = [.06, .1, .2, .4, .8, 1.6];
const along = ([low, high], i, count) => low + (high - low) * i / count;
// The network that is a line has the weight b and the bias a, in this order.
const places = Float64Array.from({ length: 2 * (bowl.cells + 1) ** 2 }, (_, i) => {
  const cell = i >> 1, row = Math.floor(cell / (bowl.cells + 1)), column = cell % (bowl.cells + 1);
  return i % 2 ? along(bowl.a, column, bowl.cells) : along(bowl.b, row, bowl.cells);
});
// The pieces of a contour line, cell by cell: where the height lies between two neighbours.
const contour = (losses, height) => {
  const width = bowl.cells + 1, at = (row, column) => losses[row * width + column], pieces = [];
  for (let row = 0; row < bowl.cells; row++) for (let column = 0; column < bowl.cells; column++) {
    const corners = [[row, column], [row, column + 1], [row + 1, column + 1], [row + 1, column]], ends = [];
    corners.forEach(([r, c], i) => {
      const [r2, c2] = corners[(i + 1) % 4], share = (height - at(r, c)) / (at(r2, c2) - at(r, c));
      if (share >= 0 && share < 1) ends.push([along(bowl.a, c + (c2 - c) * share, bowl.cells), along(bowl.b, r + (r2 - r) * share, bowl.cells)]);
    });
    if (ends.length === 2) pieces.push(ends);
  }
  return pieces;
};
const isOnMap = ([b, a]) => a >= bowl.a[0] && a <= bowl.a[1] && b >= bowl.b[0] && b <= bowl.b[1];
const still = matchMedia('(prefers-reduced-motion: reduce)');
const most = 200; // Steps.

// Step after step, at most one a frame; where nothing may move, the end at once.
const walk = async (panel, button) => {
  const { state } = panel, mine = state.walk = {};
  if (button.textContent === 'Pause') { button.textContent = 'Walk'; return; }
  if (still.matches) { panel.set('step', most); return panel.change('step'); }
  button.textContent = 'Pause';
  if (panel.get('step') >= most) panel.set('step', 0);
  for (let begun = performance.now(), from = panel.get('step'); state.walk === mine && !panel.isOver();) {
    await new Promise(requestAnimationFrame);
    if (state.walk !== mine) return;
    // Slowly first, where most happens.
    const time = (performance.now() - begun) / 1000, step = Math.min(most, Math.round(from + 4 * time + 4 * time * time));
    panel.set('step', step);
    panel.draw();
    if (step >= most) break;
  }
  if (state.walk === mine) button.textContent = 'Walk';
};

answers.bowl = {
  name: 'The learning rate on the bowl',
  told: 'Click into the map or drag the start; choose a rate, then walk. The lines of the map join points of equal loss: from the inside out 0.06, 0.1, 0.2, 0.4, 0.8 and 1.6.',
  views: { map: 'The bowl: the intercept a to the right, the slope b upwards', fit: 'The line after these steps' },
  controls: [
    slider('rate', 'learning rate', .01, 1, .01, .1), slider('a', 'start at a', .2, 2.6, .01, .49671415), slider('b', 'start at b', -1.8, .6, .01, -.1382643),
    slider('step', 'steps', 0, most, 1, most), buttons('Walking', [['Walk', walk]]),
  ],
  begin: async ({ state, machine, canvas, get, set, change }) => {
    await machine.call('Data', 0, .1, 100, 42);
    // A long walk at a good rate ends at the lowest point.
    await machine.call('Create', [], 0, 0, 0, .4, 0, 0, 0, 42);
    state.lowest = (await machine.call('Walk', 1000)).slice(-2);
    const points = await machine.call('Points', 0);
    state.points = Array.from({ length: points.length / 2 }, (_, i) => [points[2 * i], points[2 * i + 1]]);
    state.losses = await machine.call('Losses', places);
    state.contours = heights.flatMap(height => contour(state.losses, height));
    const inside = ([low, high], value) => Math.max(low, Math.min(high, value));
    draggable(canvas('map'), {
      hold: (x, y) => state.axes && x >= state.axes.left && x <= state.axes.right && y >= state.axes.top && y <= state.axes.bottom,
      drag: (_, x, y) => {
        set('a', inside(bowl.a, state.axes.atX(x)));
        set('b', inside(bowl.b, state.axes.atY(y)));
        change('start');
      },
    });
  },
  ask: async ({ machine, get, state }) => {
    const rate = get('rate'), start = [get('b'), get('a')];
    if (state.asked === `${rate} ${start}`) return;
    const [, , path] = await Promise.all([machine.call('Rate', rate), machine.call('SetParameters', start), machine.call('Walk', most)]);
    state.pathLosses = await machine.call('Losses', path);
    state.path = Array.from({ length: most + 1 }, (_, i) => [path[2 * i], path[2 * i + 1]]);
    state.asked = `${rate} ${start}`;
  },
  draw: panel => {
    const { state, get } = panel, step = get('step');
    const on = surface(panel.canvas('map')), { pen } = on, axes = state.axes = plot(on, bowl.a, bowl.b);
    pen.strokeStyle = colours.quiet; pen.lineWidth = 1; pen.globalAlpha = .6;
    pen.beginPath();
    for (const [[a, b], [c, d]] of state.contours) { pen.moveTo(axes.x(a), axes.y(b)); pen.lineTo(axes.x(c), axes.y(d)); }
    pen.stroke();
    pen.globalAlpha = 1;
    pen.fillStyle = colours.quiet; pen.textAlign = 'center'; pen.textBaseline = 'middle'; pen.font = '15px system-ui, sans-serif';
    pen.fillText('×', axes.x(state.lowest[1]), axes.y(state.lowest[0]));
    if (state.path) {
      const path = state.path.slice(0, step + 1);
      pen.strokeStyle = colours.orange; pen.lineWidth = 1.5;
      line(pen, path.map(([, a]) => a), path.map(([b]) => b), axes.x, axes.y);
      for (const [b, a] of path) dot(pen, axes.x(a), axes.y(b), 2, colours.orange);
    }
    axes.end();
    handle(pen, axes.x(get('a')), axes.y(get('b')), colours.blue);
    if (!state.path) return;
    const end = state.path[step], loss = state.pathLosses[step];
    if (isOnMap(end)) handle(pen, axes.x(end[1]), axes.y(end[0]), colours.orange);
    drawLine(panel, end);
    const off = state.path.findIndex(place => !isOnMap(place));
    const where = off >= 0 && off <= step ? ` Step ${off} leaves the map: the walk climbs out of the bowl.` : '';
    const text = `After ${step} steps at the rate ${shown(get('rate'))}: a = ${fixed(end[1])}, b = ${fixed(end[0])}, MSE ${fixed(loss)}.${where}`;
    panel.tell(text);
    panel.label('map', `Contour lines of the loss. ${text}`);
    panel.label('fit', `The points, and the line ${fixed(end[1])} ${end[0] < 0 ? '−' : '+'} ${fixed(Math.abs(end[0]))} x.`);
  },
};
const fixed = number => Math.abs(number) < 1e4 ? number.toFixed(4).replace('-', '−') : number.toExponential(1).replace('-', '−').replace('e+', 'e');
const drawLine = (panel, [b, a]) => {
  const on = surface(panel.canvas('fit')), { pen } = on, axes = plot(on, [-.05, 1.05], [-.5, 2]);
  pen.globalAlpha = .65;
  for (const [x, y] of panel.state.points) dot(pen, axes.x(x), axes.y(y), 2.5, colours.blue);
  pen.globalAlpha = 1;
  pen.strokeStyle = colours.orange; pen.lineWidth = 2.5;
  line(pen, [-.05, 1.05], [a - .05 * b, a + 1.05 * b], axes.x, axes.y);
  axes.end();
};
