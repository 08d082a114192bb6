using Notebooks.CommandLine;
using Notebooks.Jupyter.Session;
using Notebooks.Running;
using Notebooks.Sessions;

return args switch
{
    ["worker", var requests, var replies] =>
        Worker.Run(requests, replies, folder => new CSharpSession(folder) { TextDelay = TimeSpan.Zero }),
    ["session", var input, var output] => SessionHost.Run(input, output),
    _ => await CommandTree.InvokeAsync(args),
};
