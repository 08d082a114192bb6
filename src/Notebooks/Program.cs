using Notebooks.CommandLine;
using Notebooks.Jupyter.Session;
using Notebooks.Running;

return args switch
{
    ["worker", var requests, var replies] => Worker.Run(requests, replies),
    // Past the command line's own handling of Ctrl+C, which would end the kernel: here it interrupts a cell.
    ["kernel", "start", var file] when !file.StartsWith('-') => await KernelStartCommand.StartAsync(file),
    ["session", var input, var output] => SessionHost.Run(input, output),
    _ => await CommandTree.InvokeAsync(args),
};
