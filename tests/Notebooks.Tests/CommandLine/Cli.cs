using System.Diagnostics;
using Notebooks.Running;

namespace Notebooks.Tests.CommandLine;

/// <summary>The program as a user calls it: its own process, in a folder of the test.</summary>
internal sealed record Cli(int ExitStatus, string Output, string Problems)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<Cli> RunAsync(string folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        return await EndAsync(process);
    }

    public static Process Start(string folder, params string[] arguments)
    {
        var start = ThisProgram.StartInfo(arguments);
        start.WorkingDirectory = folder;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        return Process.Start(start)!;
    }

    public static async Task<Cli> EndAsync(Process process)
    {
        using var limit = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var problems = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return new Cli(process.ExitCode, await output, await problems);
    }
}
