using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Book.Tests.Building;
using Notebooks.Platform;

namespace Book.Tests.Pages;

/// <summary>A small book that <c>book --watch</c> serves: the program itself, in a process of its own.</summary>
internal sealed partial class WatchedBook : IAsyncDisposable
{
    private const int Port = 18_520;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process program;

    private WatchedBook(Process program) => this.program = program;

    /// <summary>Where it is served.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Whether the program still watches.</summary>
    public bool IsAlive => !program.HasExited;

    /// <summary>What the program has written to standard error so far.</summary>
    public StringBuilder Problems { get; } = new();

    /// <summary>Starts the program and waits until it serves.</summary>
    public static async Task<WatchedBook> StartAsync(SampleBook book)
    {
        var start = ThisProgram.StartInfo("book", "--watch", "--port", $"{Port}");
        (start.WorkingDirectory, start.RedirectStandardOutput, start.RedirectStandardError) = (book.Root, true, true);
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var watched = new WatchedBook(new Process { StartInfo = start });
        watched.program.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
                address.TrySetException(new InvalidOperationException($"book --watch ended: {watched.Problems}"));
            else if (Reading().Match(line.Data) is { Success: true } reading)
                address.TrySetResult(new(reading.Groups["address"].Value));
        };
        watched.program.ErrorDataReceived += (_, problem) => watched.Problems.AppendLine(problem.Data);
        watched.program.Start();
        watched.program.BeginOutputReadLine();
        watched.program.BeginErrorReadLine();
        watched.Address = await address.Task.WaitAsync(Patience);
        return watched;
    }

    public async ValueTask DisposeAsync()
    {
        program.Kill(entireProcessTree: true);
        await program.WaitForExitAsync();
        program.Dispose();
    }

    [GeneratedRegex("^Reading at (?<address>http://127.0.0.1:[0-9]+/)")]
    private static partial Regex Reading();
}
