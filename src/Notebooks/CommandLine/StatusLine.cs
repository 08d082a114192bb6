using System.Diagnostics;
using System.Globalization;
using Notebooks.Documents;

namespace Notebooks.CommandLine;

/// <summary>
/// The line of a terminal that changes while notebooks run: seconds, notebook, cell. Whoever prints something else clears it
/// first; all calls come under one lock.
/// </summary>
/// <param name="output">The terminal.</param>
/// <param name="width">Its width, or null when there is none and nothing is shown.</param>
/// <param name="gate">The lock.</param>
internal sealed class StatusLine(TextWriter output, int? width, Lock gate)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly List<(NotebookDocument Notebook, string Text)> running = [];
    private int length;
    private bool ticking;

    /// <summary>Time since it appeared.</summary>
    public TimeSpan Elapsed => clock.Elapsed;

    /// <summary>Shows where a notebook stands.</summary>
    public void Set(NotebookDocument notebook, string text)
    {
        running.RemoveAll(entry => entry.Notebook == notebook);
        running.Add((notebook, text));
        Show();
        if (width is not null && !ticking)
            _ = TickAsync();
    }

    /// <summary>Shows a notebook no longer.</summary>
    public void Remove(NotebookDocument notebook)
    {
        running.RemoveAll(entry => entry.Notebook == notebook);
        Show();
    }

    /// <summary>Makes room.</summary>
    public void Clear()
    {
        if (length > 0)
            output.Write($"\r{new string(' ', length)}\r");
        length = 0;
    }

    /// <summary>Comes back after <see cref="Clear"/>.</summary>
    public void Show()
    {
        if (width is not { } columns || (running.Count == 0 && length == 0))
            return;
        var text = running.Count == 0 ? string.Empty
            : $"{Seconds(clock.Elapsed)}  {string.Join("  |  ", running.Select(entry => entry.Text))}";
        if (text.Length >= columns)
            text = text[..Math.Max(columns - 1, 0)];
        output.Write($"\r{text.PadRight(length)}\r{text}");
        length = text.Length;
    }

    /// <summary>A time as reports write it.</summary>
    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";

    // The seconds go on while a long cell runs.
    private async Task TickAsync()
    {
        ticking = true;
        while (ticking)
        {
            await Task.Delay(Tick);
            lock (gate)
            {
                ticking = running.Count > 0;
                if (ticking)
                    Show();
            }
        }
    }
}
