using System.Diagnostics;
using Notebooks.Sessions.Messages;

namespace Notebooks.Workers;

/// <summary>
/// The first lines that a worker's native code prints, past the session: the cause of a crash stands there.
/// </summary>
/// <param name="forward">Receives all of it as it comes; while it waits, so does whoever prints.</param>
internal sealed class NativeOutput(Func<SessionEvent, ValueTask>? forward)
{
    private const int MostLines = 40;
    private const int LongestLine = 10_000;
    private readonly Lock gate = new();
    private List<string> lines = [];

    /// <summary>Completes when a process prints no more.</summary>
    public Task ReadAsync(Process process) =>
        Task.WhenAll(ReadAsync(process.StandardOutput, "stdout"), ReadAsync(process.StandardError, "stderr"));

    /// <summary>The lines since the last call.</summary>
    public IReadOnlyList<string> Take()
    {
        lock (gate)
        {
            var taken = lines;
            lines = [];
            return taken;
        }
    }

    private async Task ReadAsync(StreamReader output, string stream)
    {
        var buffer = new char[1 << 14];
        var rest = "";
        try
        {
            while (await output.ReadAsync(buffer) is > 0 and var count)
            {
                var text = new string(buffer, 0, count);
                var parts = (rest + text).Split('\n');
                Add(parts.AsSpan(..^1));
                rest = parts[^1].Length < LongestLine ? parts[^1] : "";
                if (forward is not null)
                    await forward(new SessionEvent.Text(stream, text));
            }
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            // Nobody waits for more.
        }

        if (rest.Length > 0)
            Add(rest);
    }

    private void Add(params ReadOnlySpan<string> printed)
    {
        lock (gate)
        {
            foreach (var line in printed[..Math.Min(printed.Length, MostLines - lines.Count)])
                lines.Add(line.TrimEnd('\r'));
        }
    }
}
