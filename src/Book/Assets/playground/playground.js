// The run: the machine trains in its worker, the page asks for what it draws, one frame at a time.
const said = one('.said[role=status]', place), told = one('.story-told', place), ownSaid = one('#own-said');
const runButton = one('.run', place);
const codes = { parabola: 0, sine: 1, moons: 2, spiral: 3, none: 0, relu: 1, tanh: 2, sigmoid: 3, sgd: 0, rmsprop: 1, adam: 2, adamw: 3 };
const most = 400; // Moments of the loss that are kept; then every second goes.
let machine, starting, state, isRunning = false, turn = 0, queue = Promise.resolve();

const say = text => { said.textContent = text; };
const fail = error => {
  if (error.name === 'AbortError') return;
  machine = starting = undefined;
  run(false);
  place.classList.toggle('failed', !state);
  say(`${error.message}${state ? ' Run starts it again.' : elsewhere ? '' : ' Below is a network that notebook 04 has trained.'}`);
};
const begin = () => starting ??= (async () => {
  say('C# is being started …');
  machine = await startMachine({ onFailure: fail });
  say('');
})();

const rows = (numbers, width) => Array.from({ length: numbers.length / width }, (_, i) => [...numbers.subarray(width * i, width * i + width)]);
const gridOf = ({ hasClasses, rangeX, rangeY }) => {
  const between = ([low, high], i, count) => low + (high - low) * i / (count - 1);
  if (!hasClasses) { const xs = Float64Array.from({ length: 161 }, (_, i) => between(rangeX, i, 161)); return { xs, inputs: xs, few: xs }; }
  const inputs = side => Float64Array.from({ length: 2 * side * side }, (_, i) => {
    const cell = i >> 1, [column, row] = [cell % side, Math.floor(cell / side)];
    return i % 2 ? between(rangeY, side - 1 - row, side) : between(rangeX, column, side);
  });
  return { side: 50, small: 20, inputs: inputs(50), few: inputs(20) };
};
const problemOf = (points, heldOut, hasClasses) => {
  const both = [...points, ...heldOut];
  const known = both.length > 0;
  return { hasClasses, points, heldOut, inside: spread(points.map(point => point[0])),
    rangeX: known ? padded(spread(both.map(point => point[0]))) : [0, 1], rangeY: known ? padded(spread(both.map(point => point[1])), .15) : [0, 1.5] };
};

// Numbers of any size are brought to about −1 … 1 for the network, and drawn as they are.
const scaleOf = ([low, high]) => Math.max(Math.abs(low), Math.abs(high)) <= 5 ? [0, 1] : [(low + high) / 2, (high - low) / 2 || 1];
const scaled = (points, { hasClasses }, scales) => points.flatMap(point =>
  point.map((value, i) => hasClasses && i === 2 ? value : (value - scales[i][0]) / scales[i][1]));

const giveOwn = async text => {
  const { rows: points, hasClasses } = readPoints(text);
  const problem = problemOf(points, [], hasClasses);
  problem.scales = [0, 1].map(i => scaleOf(spread(points.map(point => point[i]))));
  if (points.length) await machine.call('UseData', hasClasses ? 1 : 0, scaled(points, problem, problem.scales), []);
  return problem;
};
const giveDrawn = async now => {
  await machine.call('Data', codes[now.data], +now.noise, +now.points, +now.dataSeed);
  const hasClasses = now.data === 'moons' || now.data === 'spiral', width = hasClasses ? 3 : 2;
  const [points, heldOut] = await Promise.all([0, 1].map(kind => machine.call('Points', kind)));
  return problemOf(rows(points, width), rows(heldOut, width), hasClasses);
};
// A new run for what is set; the last one to be asked for counts.
const reset = () => {
  const mine = ++turn;
  return queue = queue.then(async () => {
    if (mine !== turn) return;
    try {
      await begin();
      const now = settings();
      ownSaid.textContent = '';
      const problem = await (now.data === 'own' ? giveOwn(now.own) : giveDrawn(now));
      const hidden = Array(+now.layers).fill(+now.units), grid = gridOf(problem);
      const sizes = [problem.hasClasses ? 2 : 1, ...hidden, problem.hasClasses ? 2 : 1];
      state = { problem, grid, sizes, history: [], dead: new Set(), units: hidden.at(-1) ?? 0 };
      place.classList.remove('failed');
      one('.still', place)?.remove();
      if (problem.points.length) {
        await machine.call('CreateAfter', +now.drawn, hidden, codes[now.activation], 0, codes[now.optimizer], +now.rate, 0, +now.decay, +now.batch, +now.seed);
        state.truth = now.data === 'own' ? undefined : await machine.call('Truth', problem.hasClasses ? [] : grid.xs);
        await look(0);
      } else run(false);
      draw();
    } catch (error) { refuse(error); }
  });
};
const refuse = error => {
  run(false);
  if (error.message.startsWith('Line ') || error.message.startsWith('Found ')) ownSaid.textContent = error.message;
  else fail(error);
};

// Beyond the data no point says that a unit is alive.
const isInside = (x, { inside: [low, high] }) => x >= low && x <= high;
// Trains and looks: one way to the worker and back.
const inScale = (inputs, { scales, hasClasses }) => !scales ? inputs
  : inputs.map((value, i) => { const [middle, half] = scales[hasClasses ? i % 2 : 0]; return (value - middle) / half; });
const look = async (steps, milliseconds = 0) => {
  const { grid, problem } = state, to = problem.scales && !problem.hasClasses ? problem.scales[1] : [0, 1];
  const [numbers, fit, pieces, parameters] = await Promise.all([
    machine.call('Train', steps, milliseconds), machine.call('Predict', inScale(grid.inputs, problem)),
    state.units ? machine.call('Pieces', inScale(grid.few, problem)) : new Float64Array(), machine.call('Parameters')]);
  const [taken, epoch, loss, heldOut, , each] = numbers;
  Object.assign(state, { fit: problem.hasClasses ? fit : fit.map(value => to[0] + value * to[1]), pieces, parameters, each });
  const length = pieces.length / state.units;
  state.dead = new Set(Array.from({ length: state.units }, (_, unit) => unit)
    .filter(unit => pieces.subarray(unit * length, (unit + 1) * length).every((value, i) => value === 0 || !problem.hasClasses && !isInside(grid.xs[i], problem))));
  state.history.push({ taken, epoch, loss, heldOut });
  if (state.history.length > most) state.history = state.history.filter((_, i) => i % 2 === 0 || i === most);
};
let due = false;
const draw = () => {
  if (due) return;
  due = true;
  requestAnimationFrame(() => {
    due = false;
    if (!place.isConnected) return;
    if (!state) return drawNothing();
    drawAll(state);
    tell();
  });
};
const tell = () => {
  const { epoch = 0, loss, heldOut } = state.history.at(-1) ?? {};
  const put = (name, text) => { one(`[data-number=${name}]`, place).textContent = text; };
  put('epoch', Math.floor(epoch).toLocaleString('en'));
  put('loss', Number.isFinite(loss) ? loss.toPrecision(3) : state.history.length ? '∞' : '–');
  put('heldOut', Number.isFinite(heldOut) ? heldOut.toPrecision(3) : '–');
  put('speed', state.each > 0 ? Math.round(1e6 / state.each).toLocaleString('en') : '–');
  if (isRunning && ++tell.count % 30) return;
  const dead = state.dead.size ? ` ${state.dead.size} of ${state.units} units are dead.` : '';
  canvasOf('fit').setAttribute('aria-label', `${state.problem.points.length} points and the fit after ${Math.floor(epoch)} epochs, loss ${brief(loss ?? NaN)}.`);
  canvasOf('losses').setAttribute('aria-label', `The loss after ${Math.floor(epoch)} epochs: ${brief(loss ?? NaN)}.`);
  canvasOf('pieces').setAttribute('aria-label', `What each of ${state.units} units adds.${dead}`);
  canvasOf('network').setAttribute('aria-label', `The network with its weights: ${state.sizes.join(', ')} units.${dead}`);
};
tell.count = 0;

const frame = () => new Promise(done => requestAnimationFrame(done));
const run = on => {
  if (on === isRunning) return;
  isRunning = on;
  runButton.textContent = on ? 'Pause' : 'Run';
  if (on) queue = queue.then(loop);
};
const loop = async () => {
  try {
    if (!machine || !state?.history.length) return run(false);
    const mine = turn;
    while (isRunning) {
      const steps = +one('[name=speed]', place).value;
      await look(steps || 1e6, 10);
      draw();
      if (!Number.isFinite(state.history.at(-1).loss)) { run(false); say('The loss has grown beyond all numbers. A smaller rate, then Reset.'); }
      if (mine !== turn) return again();
      await frame();
    }
  } catch (error) { refuse(error); }
};
// What is set has changed while it runs: the new run goes on at once.
const again = () => { isRunning = false; queue = queue.then(() => run(true)); };
