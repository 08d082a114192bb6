// The worker in which the book's own program runs: its .NET runtime's modules stand above as functions, its settings as `config`.
// The first message brings the files that belong to it; then each is a call.
const unpack = text => {
  const packed = Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), c => c.charCodeAt(0));
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')), { headers: { 'content-type': 'application/wasm' } });
};
let current;
// The runtime takes these for what it would have fetched itself.
const begin = async (files, address) => {
  const { jsModuleNative: [native], jsModuleRuntime: [runtime], wasmNative, coreAssembly, assembly } = config.resources;
  for (const file of wasmNative) file.pendingDownload = { name: file.name, url: file.name, response: Promise.resolve(unpack(files[file.name])) };
  await Promise.all([...coreAssembly, ...assembly].map(async file => { file.buffer = await unpack(files[file.name]).arrayBuffer(); }));
  [native.moduleExports, runtime.moduleExports] = await Promise.all([modules.native(null, address), modules.runtime(null, address)]);
  const { dotnet } = await modules.boot(config, address);
  // A program may end itself in the middle of a call, which then is never answered.
  const over = reason => postMessage({ id: current, error: reason, isOver: true });
  dotnet.withModuleConfig({ onExit: code => over(`The code ended the program, with the exit code ${code}.`), onAbort: () => over('The code ended the program.') });
  const { getAssemblyExports } = await dotnet.create();
  const exports = await getAssemblyExports(config.mainAssemblyName);
  return config.mainAssemblyName.split('.').reduce((space, name) => space[name], exports).Machine;
};
// What the program shows, while a call is still on its way.
globalThis.showOutput = output => postMessage({ output: JSON.parse(output) });
// Else the runtime takes this worker for one of its own threads, and waits for ever.
globalThis.dotnetSidecar = true;
onmessage = async ({ data: { id, files, address } }) => {
  try {
    const machine = await begin(files, address);
    const answer = async ({ id, name, args }) => {
      current = id;
      try {
        if (!Object.hasOwn(machine, name)) throw new Error(`The program has no '${name}'.`);
        postMessage({ id, result: await machine[name](...args) });
      } catch (error) {
        const isOver = error instanceof WebAssembly.RuntimeError || error.name === 'ExitStatus';
        postMessage({ id, error: String(error.message), isOver });
      }
    };
    let before = Promise.resolve();
    onmessage = ({ data }) => { before = before.then(() => answer(data)); };
    postMessage({ id });
  } catch (error) { postMessage({ id, error: String(error.message ?? error), isOver: true }); }
};
