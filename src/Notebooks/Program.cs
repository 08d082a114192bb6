using Notebooks.CommandLine;
using Notebooks.Running;
using Notebooks.Sessions;

return args is ["worker", var requests, var replies]
    ? Worker.Run(requests, replies, folder => new CSharpSession(folder) { TextDelay = TimeSpan.Zero })
    : await CommandTree.InvokeAsync(args);
