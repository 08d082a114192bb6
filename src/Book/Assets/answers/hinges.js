// Four ReLU units: each is a hinge, flat on one side of its kink and an arm on the other. Their sum, and a constant, is the fit.
const units = [0, 1, 2, 3], rangeOfX = [-.25, 1.25];
const xs = Float64Array.from({ length: 151 }, (_, i) => rangeOfX[0] + (rangeOfX[1] - rangeOfX[0]) * i / 150);
const inks = ['blue', 'green', 'violet', 'brown'];
const hundredths = number => number.toFixed(2).replace('-', '−');
// All 13 parameters: w, b, v of each unit, and the constant.
const hingeOf = (all, j) => {
  const w = all[j], b = all[4 + j], v = all[8 + j];
  return { w, v, kink: w ? -b / w : 0, slope: v * w, end: w < 0 ? 0 : 1 };
};
const setHinge = (all, j, kink, slope) => {
  all[j] ||= 1;
  all[4 + j] = -all[j] * kink;
  all[8 + j] = slope / all[j];
};
// The arm's end lies at the border of the data, or farther where that is flat.
const endOf = ({ kink, end, w }) => w < 0 ? Math.min(end, kink - .1) : Math.max(end, kink + .1);
const starts = [
  ['Four flat hinges', async ({ state }) => {
    state.all = Float64Array.from({ length: 13 }, (_, i) => i < 4 ? 1 : i < 8 ? -.2 * (i - 3) : i < 12 ? 0 : 1);
    return 'Drag a kink sideways, or the end of an arm up and down; the sliders do the same. How far can you bring the true MSE down?';
  }],
  ['The chapter’s start', async ({ state, machine }) => {
    await machine.call('CreateAfter', 37, [4], 1, 0, 0, .1, 0, 0, 0, 42);
    state.all = await machine.call('Parameters');
    return 'The four units of the original, before training. Where will the kinks be after 1,000 epochs?';
  }],
  ['A stuck start', async ({ state, machine }) => {
    await machine.call('Create', [4], 1, 0, 0, .1, 0, 0, 0, 14);
    state.all = await machine.call('Parameters');
    return 'Seed 14: only the kink of unit 2 lies inside the data, and training drives it out. Drag it back in and train again. Does it stay? Which way must its arm slope, so that it does?';
  }],
];
const show = panel => {
  const { state, set } = panel;
  for (const j of units) {
    const { kink, slope } = hingeOf(state.all, j);
    set(`kink${j}`, kink);
    set(`slope${j}`, slope);
  }
  set('constant', state.all[12]);
};
const begin = async (panel, start) => {
  pause(panel);
  panel.explain(await start(panel));
  // A new run: another's optimizer and epochs are none of its.
  await panel.machine.call('Create', [4], 1, 0, 0, .1, 0, 0, 0, 42);
  show(panel);
  await panel.change('start');
};
const pause = ({ state, section }) => {
  state.training = null;
  const button = one('.train', section);
  if (button) button.textContent = 'Train from here';
};
// A thousand epochs, ten a frame; where nothing may move, all at once.
const trainFrom = async (panel, button) => {
  const { state, machine } = panel;
  if (state.training) return pause(panel);
  const mine = state.training = {};
  button.textContent = 'Pause';
  try {
    await panel.change('train');
    do {
      await machine.call('Train', still.matches ? 1000 : 10, 0);
      const all = await machine.call('Parameters');
      if (state.training !== mine || panel.isOver()) return;
      state.all = all;
      show(panel);
      await Promise.all([panel.change('trained'), new Promise(requestAnimationFrame)]);
    } while (state.training === mine && !panel.isOver() && state.epochs % 1000);
    pause(panel);
  } catch (error) { panel.fail(error); }
};

answers.hinges = {
  name: 'Four hinges',
  told: '',
  views: { fit: 'The fit, the sum of the four pieces and the constant', pieces: 'The pieces: a kink and an arm each' },
  controls: [
    buttons('Where to begin', starts.map(([name, start]) => [name, panel => begin(panel, start).catch(panel.fail)])),
    ...units.flatMap(j => [slider(`kink${j}`, `kink of unit ${j + 1}`, -.25, 1.25, .01, 0, hundredths), slider(`slope${j}`, `slope of unit ${j + 1}`, -8, 8, .05, 0, hundredths)]),
    slider('constant', 'constant c', -2, 3, .01, 1, hundredths), buttons('Training', [['Train from here', trainFrom]]),
  ],
  begin: async panel => {
    const { machine, state, canvas, section } = panel;
    section.querySelectorAll('.buttons')[1].firstChild.className = 'train';
    await machine.call('Data', 0, .1, 100, 42);
    // The best line: a long walk of a network without hidden layer.
    await machine.call('Create', [], 0, 0, 0, .4, 0, 0, 0, 42);
    state.best = (await machine.call('Train', 1000, 0))[4];
    const points = await machine.call('Points', 0);
    state.points = Array.from({ length: 100 }, (_, i) => [points[2 * i], points[2 * i + 1]]);
    state.truth = await machine.call('Truth', xs);
    const [, first] = starts[0];
    panel.explain(await first(panel));
    await machine.call('Create', [4], 1, 0, 0, .1, 0, 0, 0, 42);
    show(panel);
    const move = (j, kink, slope) => {
      pause(panel);
      setHinge(state.all, j, kink, slope);
      show(panel);
      panel.change('dragged');
    };
    const held = (x, y, axes, places) => units.map(j => places(hingeOf(state.all, j), j)).flatMap((list, j) => list.map(place => ({ j, ...place })))
      .filter(({ at }) => isNear(x, y, [axes.x(at[0]), axes.y(at[1])])).at(-1);
    const within = value => Math.max(rangeOfX[0], Math.min(rangeOfX[1], value));
    draggable(canvas('pieces'), {
      hold: (x, y) => state.pieceAxes && held(x, y, state.pieceAxes, hinge => [
        { at: [endOf(hinge), hinge.slope * (endOf(hinge) - hinge.kink)], isEnd: true }, { at: [hinge.kink, 0] }]),
      drag: ({ j, isEnd }, x, y) => {
        const hinge = hingeOf(state.all, j), { kink, slope } = hinge;
        if (!isEnd) return move(j, within(state.pieceAxes.atX(x)), slope);
        move(j, kink, Math.max(-20, Math.min(20, state.pieceAxes.atY(y) / (endOf(hinge) - kink))));
      },
    });
    draggable(canvas('fit'), {
      hold: (x, y) => state.fitAxes && held(x, y, state.fitAxes, ({ kink }) => [{ at: [kink, fitAt(state, kink)] }]),
      drag: ({ j }, x) => move(j, within(state.fitAxes.atX(x)), hingeOf(state.all, j).slope),
    });
  },
  changed: (panel, name) => {
    const { state, get } = panel, unit = /^(kink|slope)(\d)$/.exec(name);
    if (unit) setHinge(state.all, +unit[2], ...['kink', 'slope'].map(part => part === unit[1] ? get(name) : hingeOf(state.all, +unit[2])[part]));
    if (name === 'constant') state.all[12] = get('constant');
    if (unit || name === 'constant') pause(panel);
  },
  ask: async ({ machine, state }) => {
    const [, numbers, fit, pieces] = await Promise.all([
      machine.call('SetParameters', state.all), machine.call('Train', 0, 0), machine.call('Predict', xs), machine.call('Pieces', xs)]);
    Object.assign(state, { epochs: numbers[0], loss: numbers[2], trueLoss: numbers[4], fit, pieces });
  },
  draw: panel => { if (panel.state.fit) { drawFit(panel); drawPieces(panel); tellHinges(panel); } },
};
// On the fit's line, for its handles; the numbers between are C#'s.
const fitAt = ({ fit }, x) => {
  const at = Math.max(0, Math.min(149.999, (x - rangeOfX[0]) / (rangeOfX[1] - rangeOfX[0]) * 150)), i = Math.floor(at);
  return fit[i] + (fit[i + 1] - fit[i]) * (at - i);
};
const isDead = ({ points }, { w, kink }) => points.every(([x]) => w * (x - kink) <= 0);
const inkOf = (state, j) => colours[isDead(state, hingeOf(state.all, j)) ? 'grey' : inks[j]];
const numbered = (pen, x, y, j, ink) => {
  handle(pen, x, y, ink);
  pen.fillStyle = colours.ink; pen.textAlign = 'center'; pen.textBaseline = 'bottom';
  pen.fillText(j + 1, x, y - 8);
};
const drawFit = panel => {
  const { state } = panel, on = surface(panel.canvas('fit')), { pen } = on, axes = state.fitAxes = plot(on, rangeOfX, [-.5, 2]);
  pen.globalAlpha = .65;
  for (const [x, y] of state.points) dot(pen, axes.x(x), axes.y(y), 2.5, colours.blue);
  pen.globalAlpha = 1;
  pen.setLineDash([4, 4]); pen.strokeStyle = colours.quiet; pen.lineWidth = 1.5;
  line(pen, xs, state.truth, axes.x, axes.y);
  pen.setLineDash([]); pen.strokeStyle = colours.orange; pen.lineWidth = 2.5;
  line(pen, xs, state.fit, axes.x, axes.y);
  for (const j of units) {
    const { kink } = hingeOf(state.all, j);
    if (kink >= rangeOfX[0] && kink <= rangeOfX[1]) numbered(pen, axes.x(kink), axes.y(fitAt(state, kink)), j, inkOf(state, j));
  }
  axes.end();
};
const drawPieces = panel => {
  const { state } = panel, on = surface(panel.canvas('pieces')), { pen } = on, axes = state.pieceAxes = plot(on, rangeOfX, [-2, 2]);
  for (const j of units) {
    const hinge = hingeOf(state.all, j), ink = inkOf(state, j), end = endOf(hinge);
    pen.strokeStyle = ink; pen.lineWidth = 2;
    line(pen, xs, state.pieces.subarray(151 * j, 151 * (j + 1)), axes.x, axes.y);
    handle(pen, axes.x(end), axes.y(hinge.slope * (end - hinge.kink)), ink);
  }
  for (const j of units) numbered(pen, axes.x(hingeOf(state.all, j).kink), axes.y(0), j, inkOf(state, j));
  axes.end();
};
const tellHinges = panel => {
  const { state } = panel, dead = units.filter(j => isDead(state, hingeOf(state.all, j))).map(j => j + 1);
  const said = dead.length ? ` Active on no point, so dead: ${dead.length > 1 ? 'units' : 'unit'} ${dead.join(', ')}.` : '';
  const epochs = state.epochs ? `${state.epochs.toLocaleString('en')} epochs from here. ` : '';
  panel.tell(`${epochs}True MSE ${state.trueLoss.toFixed(4)}; the best line has ${state.best.toFixed(4)}. Loss on the points ${state.loss.toFixed(4)}.${said}`);
  panel.label('fit', `The points and the fit, true MSE ${state.trueLoss.toFixed(4)}.`);
  panel.label('pieces', `Kinks at ${units.map(j => shown(hingeOf(state.all, j).kink)).join(', ')}; slopes ${units.map(j => shown(hingeOf(state.all, j).slope)).join(', ')}.${said}`);
};
