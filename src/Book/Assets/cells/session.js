// Cells that run in the page. One session a page: a worker of the program in PageCells, started when a reader first touches a cell,
// and which cells have run in it. A cell is run after those above it that have not; running one makes those below it run again.
const button = (className, words, onclick) => make('button', { type: 'button', className, textContent: words, onclick });
const count = (number, noun) => `${number} ${noun}${number === 1 ? '' : 's'}`;
const cells = [], tries = [], colourings = [];
const done = new Set(); // What stands in the session as the page shows it.
const megabytes = one('meta[name=cells-src]').dataset.size;
let machine, starting, show = () => {}, queue = Promise.resolve(), turn = 0, active;
const gone = 'What the cells had computed is gone; the next run begins with the first cell.';

// The line at the page's foot says what the session does, wherever the reader is.
const sessionWords = make('span');
const sessionStop = button('stop', 'Stop', () => stop());
const sessionReset = button('reset', 'Reset all', () => resetAll());
const sessionLine = make('div', { className: 'session', hidden: true }, sessionWords, sessionStop, sessionReset);
sessionLine.setAttribute('role', 'group');
sessionLine.setAttribute('aria-label', 'C# on this page');
one('main').append(sessionLine);
const tell = words => {
  sessionLine.hidden = false;
  sessionWords.textContent = words;
  sessionStop.hidden = !active;
  sessionLine.classList.remove('idle');
};
const rest = () => tell(!machine ? 'C# is not running.' : `${[...done].filter(cell => cells.includes(cell)).length} of ${count(cells.length, 'cell')} have run.`);
const settle = () => { rest(); sessionLine.classList.add('idle'); colourings.forEach(colour => colour()); };

// Starts the worker; a reader who has touched a cell will run one soon.
const warm = () => starting ??= (async () => {
  document.body.classList.add('begun');
  tell(`C# is starting. Its ${megabytes} MB are fetched once …`);
  try {
    machine = await startMachine({ program: 'cells', onOutput: output => show(output), onFailure: error => lose(`${error.message} ${gone}`) });
  } catch (error) {
    starting = undefined;
    tell(error.message);
    throw error;
  }
  const own = machine;
  if (!active) tell('C# is warming up …');
  own.call('Warm').catch(() => {}).then(() => { if (machine === own && !active) settle(); });
})();
const touch = () => { warm().catch(() => {}); };

const forget = () => {
  machine = starting = undefined;
  for (const cell of done) cell.age();
  done.clear();
};
const lose = words => { turn++; forget(); tell(words); };
const stop = () => {
  const ended = machine;
  turn++;
  forget();
  ended?.stop();
  tell(`Stopped. ${gone}`);
};
const resetAll = () => {
  const ended = machine;
  turn++;
  forget();
  ended?.stop();
  for (const cell of [...cells, ...tries]) cell.restore();
  tell('All cells are as the author left them.');
};

// What runs before a cell: the cells above it, or above the exercise, and what stands before it in the same solution.
const above = cell => [...cells.filter(other => other.order < cell.order), ...cell.before ?? []].filter(other => !done.has(other));

// Runs one piece of code and shows what comes; the error, if there was one, and how long it took.
const compute = async (code, shown) => {
  show = shown;
  const begin = performance.now();
  try {
    const { error } = JSON.parse(await machine.call('Run', code));
    return { error, seconds: (performance.now() - begin) / 1000 };
  } finally { show = () => {}; }
};
const runOne = async cell => {
  for (const other of done) if (other.order > cell.order && cells.includes(cell)) { done.delete(other); other.age(); }
  done.delete(cell);
  cell.begin();
  let result;
  try {
    result = await compute(cell.text, output => cell.show(output));
  } catch (error) {
    cell.end({ stopped: error.name === 'AbortError' ? `Stopped. ${gone}` : error.message });
    throw error;
  }
  cell.end(result);
  if (!result.error) done.add(cell);
  return result;
};
const runTo = async (cell, mine) => {
  const first = above(cell);
  for (const [i, other] of first.entries()) {
    if (mine !== turn) return;
    const words = `First ${count(first.length, 'cell')} above: ${i + 1} of ${first.length} …`;
    cell.say(words);
    tell(words);
    const { error } = await runOne(other);
    if (!error || other.isForgiven) continue;
    cell.say('It has not run: ', other.link());
    return;
  }
  if (mine !== turn) return;
  cell.say('');
  tell(`Running ${cell.name} …`);
  return await runOne(cell);
};
// Asks for a run; runs wait for each other. `then` is given the result of one that came to its end.
const run = (cell, then) => {
  const mine = turn;
  cell.wait();
  queue = queue.then(async () => {
    if (mine !== turn) return cell.idle();
    active = cell;
    sessionStop.hidden = false;
    try {
      if (!machine) cell.say(`C# is starting. Its ${megabytes} MB are fetched once …`);
      await warm();
      const result = mine === turn ? await runTo(cell, mine) : undefined;
      if (result) await then?.(result);
    } catch (error) {
      if (error.name !== 'AbortError' && !machine) cell.say(error.message);
    } finally {
      active = undefined;
      cell.idle();
      if (machine) settle(); else sessionStop.hidden = true;
    }
  });
};
