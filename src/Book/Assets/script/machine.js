
// C# in the page: a worker with one of the book's own programs, fetched when it is first asked for. What it can be told stands in
// the Machine.cs of its project: 'machine' is the playground's, 'cells' compiles and runs cells.
// const machine = await startMachine({ program, onOutput, onFailure: error => … }): starts one; throws an Error with a sentence
// for the reader.
// await machine.call('Train', 100, 12): numbers, texts and lists of numbers go in and come out; calls are answered in their order.
// machine.stop(): ends it at once, even in the middle of a call; what was waited for is rejected with an AbortError.
// onOutput is given what the program shows while it runs. onFailure is told, once, when it ends by itself.
const programFiles = {};
const fetchProgram = (name, source) => programFiles[name] ??= load(source).then(
  () => window.bookPrograms[name], () => { delete programFiles[name]; throw new Error(`C# cannot run: ${source} is missing.`); });
const programScript = async packed => {
  const bytes = Uint8Array.from(atob(packed), c => c.charCodeAt(0));
  const text = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
  return URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
};
const startMachine = async ({ program = 'machine', onOutput = () => {}, onFailure = () => {} } = {}) => {
  const source = one(`meta[name=${program}-src]`)?.content;
  if (!source) throw new Error('C# cannot run in this copy of the book, which was made without it.');
  if (!window.WebAssembly || !window.Worker || !window.DecompressionStream)
    throw new Error('C# cannot run in this browser: it has no WebAssembly, or has it switched off.');
  const { script, files } = await fetchProgram(program, source);
  const url = await programScript(script);
  const worker = new Worker(url);
  const waiting = new Map();
  let last = 0, over;
  const end = reason => {
    if (over) return;
    over = reason;
    worker.terminate();
    URL.revokeObjectURL(url);
    for (const { failed } of waiting.values()) failed(reason);
    waiting.clear();
  };
  const send = message => over ? Promise.reject(over) : new Promise((done, failed) => {
    waiting.set(++last, { done, failed });
    worker.postMessage({ id: last, ...message });
  });
  let fail = end;
  worker.onmessage = ({ data: { id, result, error, isOver, output } }) => {
    if (output) return over || onOutput(output);
    const { done, failed } = waiting.get(id) ?? {};
    if (!waiting.delete(id)) return;
    if (error === undefined) return done(result);
    failed(new Error(error));
    if (isOver) fail(new Error(`C# has stopped: ${error}`));
  };
  worker.onerror = event => {
    event.preventDefault();
    fail(new Error(`C# has stopped: ${event.message || 'the browser allows no worker here'}.`));
  };
  try { await send({ files, address: document.baseURI }); } catch (error) {
    end(error);
    throw new Error(`C# cannot run here. ${error.message}`);
  }
  fail = error => { if (!over) { end(error); onFailure(error); } };
  return {
    call: (name, ...args) => send({ name, args }),
    stop: () => end(new DOMException('C# was stopped.', 'AbortError')),
  };
};
// For a figure's own script as well.
window.startMachine = startMachine;
