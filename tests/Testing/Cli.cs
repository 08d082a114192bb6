using System.Diagnostics;
using Notebooks.Platform;

namespace Testing;

/// <summary>The program as a user calls it: its own process, in a folder of the test.</summary>
public sealed record Cli(int ExitStatus, string Output, string Problems)
{
    // For a call that hangs; whole notebooks take a minute or two on a machine full of other tests.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    public static async Task<Cli> RunAsync(string folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        return await EndAsync(process);
    }

    public static Process Start(string folder, params string[] arguments) => Process.Start(StartInfo(folder, arguments))!;

    /// <summary>Starts it in a terminal of its own, which closes when the process that this gives is killed.</summary>
    public static Process StartInTerminal(string folder, params string[] arguments)
    {
        var start = ThisProgram.StartInfo(arguments);
        var command = string.Join(' ', start.ArgumentList.Prepend(start.FileName).Select(part => $"'{part}'"));
        return Process.Start(new ProcessStartInfo("script", ["--quiet", "--command", command, "/dev/null"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }

    public static ProcessStartInfo StartInfo(string folder, params string[] arguments)
    {
        var start = ThisProgram.StartInfo(arguments);
        start.WorkingDirectory = folder;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        return start;
    }

    public static async Task<Cli> EndAsync(Process process)
    {
        using var limit = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var problems = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return new Cli(process.ExitCode, await output, await problems);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The program had not ended after {Patience.TotalMinutes} minutes.");
        }
    }
}
