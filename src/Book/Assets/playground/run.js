
// The run: C# trains in a worker, and the page draws what came of it, at most once a frame.
let starting, scene, seen, history_, loop = Promise.resolve(), running = false, generation = 0, cross;
const says = one('.says');
const say = (text, wrong = false) => { says.textContent = text; says.classList.toggle('wrong', wrong); };
const runButton = one('[data-do=run]');
const setRunning = value => { running = value; runButton.textContent = value ? 'Pause' : 'Run'; };
const out = (name, text) => { one(`[data-out=${name}]`).textContent = text; };
const number = value => !Number.isFinite(value) ? '–' : value !== 0 && (value < 1e-4 || value >= 1e5) ? value.toExponential(2) : `${+value.toPrecision(4)}`;
const frame = () => new Promise(requestAnimationFrame);
const fails = error => {
  if (error.name === 'AbortError') return;
  generation++;
  setRunning(false);
  say(`${error.message} Run begins anew.`, true);
};
const ready = () => {
  if (!starting) {
    say('Starting C# …');
    starting = startMachine({ onFailure: error => { starting = null; scene = null; fails(error); } });
    starting.catch(() => { starting = null; });
  }
  return starting;
};
const look = async (steps, milliseconds = 30) => {
  const machine = await starting;
  const [train, outputs, pieces, parameters] = await Promise.all([
    machine.call('Train', steps, milliseconds), machine.call('Predict', scene.inputs),
    scene.hidden.length ? machine.call('Pieces', scene.unitInputs) : new Float64Array(), machine.call('Parameters')]);
  const [taken, epochs, loss, heldOut] = train;
  const units = scene.hidden.at(-1) ?? 0, each = pieces.length / units;
  // Dead: it gives 0 all over the data, and not only where none are.
  const isDead = unit => scene.among.every(at => Math.abs(pieces[unit * each + at]) < 1e-12);
  const dead = Array.from({ length: units }, (_, unit) => isDead(unit));
  return { taken, epochs, loss, heldOut, outputs, pieces, parameters, dead };
};
let since;
const show = next => {
  seen = next;
  history_.push([seen.epochs, seen.loss, seen.heldOut]);
  if (history_.length > 1200) history_ = history_.filter((_, i) => i % 2 === 0 || i === history_.length - 1);
  out('epoch', Math.floor(seen.epochs).toLocaleString('en'));
  out('loss', number(seen.loss));
  const now = performance.now();
  since ??= { now, taken: seen.taken };
  if (now - since.now > 400) {
    out('speed', Math.round((seen.taken - since.taken) / (now - since.now) * 1000).toLocaleString('en'));
    since = { now, taken: seen.taken };
  }
  draw();
};
const draw = () => {
  if (!scene) return drawNetwork(readState().wrong ? { hidden: [] } : readState());
  drawFit(scene, seen, cross);
  drawLoss(history_);
  drawNetwork(scene, seen?.parameters, seen?.dead);
  if (seen) drawPieces(scene, seen); else begin('pieces');
};
// What stands in the pictures, in words: where a run rests.
const tell = () => {
  const dead = seen.dead.filter(Boolean).length, units = seen.dead.length;
  const heldOut = Number.isFinite(seen.heldOut) ? `, held out ${number(seen.heldOut)}` : '';
  const idle = dead ? ` ${dead} of ${units} units ${scene.hidden.length > 1 ? 'of the last hidden layer ' : ''}${dead > 1 ? 'are' : 'is'} dead.` : '';
  const text = `Epoch ${Math.floor(seen.epochs).toLocaleString('en')}: loss ${number(seen.loss)}${heldOut}.${idle}`;
  say(text);
  canvases.fit.setAttribute('aria-label', `The fit to ${scene.training.length} points. ${text}`);
  canvases.loss.setAttribute('aria-label', `The loss over epochs, on a logarithmic scale. ${text}`);
  canvases.network.setAttribute('aria-label', `A network with ${scene.hidden.join(', ') || 'no'} hidden units.`);
  canvases.pieces.setAttribute('aria-label', `What each of ${units} units adds to the output.`);
};

// The data and a fresh network, as the fields say.
const prepare = async () => {
  const mine = ++generation, state = readState();
  setRunning(false);
  since = undefined;
  if (state.wrong) { say(state.wrong, true); return false; }
  try {
    const machine = await ready();
    await loop;
    if (mine !== generation) return false;
    if (state.isOwn && points.length) await machine.call('UseData', +state.hasClasses, points, []);
    else if (!state.isOwn) await machine.call('Data', kinds.indexOf(state.data), state.noise, state.count, state.draw);
    const hasData = !state.isOwn || points.length > 0;
    const [training, heldOut] = hasData && !state.isOwn ? await Promise.all([machine.call('Points', 0), machine.call('Points', 1)]) : [points, []];
    if (mine !== generation) return false;
    const next = makeScene(state, training, heldOut);
    if (!state.hasClasses && hasData) next.truth = await machine.call('Truth', next.inputs);
    if (hasData) await machine.call('Create', state.hidden, activations.indexOf(state.activation), 0, optimizers.indexOf(state.optimizer),
      state.rate, 0, state.decay, state.batch, state.seed);
    if (mine !== generation) return false;
    [scene, seen, history_] = [next, null, []];
    field.classList.add('started');
    field.classList.toggle('planar', scene.hasClasses || scene.isOwn);
    out('speed', '–');
    const first = hasData ? await look(0) : null;
    if (mine !== generation) return false;
    if (first) { show(first); tell(); } else { draw(); out('epoch', '0'); out('loss', '–'); say('There are no points yet. Click in the picture, or paste a table.'); }
    return hasData;
  } catch (error) { if (mine === generation) fails(error); return false; }
};
const advance = async () => {
  const mine = generation, steps = () => +one('[name=speed]').value || 1e9;
  setRunning(true);
  say('Running.');
  try {
    for (let next = look(steps()); ; ) {
      const now = await next;
      const goesOn = running && mine === generation && Number.isFinite(now.loss);
      if (goesOn) next = look(steps());
      await frame();
      if (mine !== generation) { await next; return; }
      show(now);
      if (goesOn) continue;
      setRunning(false);
      if (Number.isFinite(now.loss)) tell();
      else say('The loss is no longer a number: the steps were too large. Take a smaller learning rate.', true);
      return;
    }
  } catch (error) { if (mine === generation) fails(error); }
};
const run = async () => { if ((scene && seen) || await prepare()) loop = advance(); };
const step = async () => {
  if (running) { setRunning(false); await loop; return; }
  if (!(scene && seen) && !await prepare()) return;
  const mine = generation;
  loop = look(1).then(next => { if (mine === generation) { show(next); tell(); } }).catch(fails);
};
