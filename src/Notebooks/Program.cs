using Notebooks.CommandLine;
using Notebooks.Workers;

return args switch
{
    ["worker", var kind, var requests, var replies] => Worker.Run(kind, requests, replies),
    // Past the command line's own handling of Ctrl+C, which would end the kernel: here it interrupts a cell.
    ["kernel", "start", var file] when !file.StartsWith('-') => await KernelStartCommand.StartAsync(file),
    _ => await CommandTree.InvokeAsync(args),
};
