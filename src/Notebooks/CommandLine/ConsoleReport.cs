using System.Diagnostics;
using System.Globalization;
using Notebooks.Documents;
using Notebooks.Running;
using Notebooks.Running.Checking;

namespace Notebooks.CommandLine;

/// <summary>
/// Tells a person how the notebooks get on: a line that changes while they run, where there is a terminal; a line for each
/// that is finished; a summary at the end. Problems go to standard error.
/// </summary>
/// <param name="output">Progress and results.</param>
/// <param name="problems">What went wrong.</param>
/// <param name="width">The width of the terminal, or null when the output goes elsewhere.</param>
internal sealed class ConsoleReport(TextWriter output, TextWriter problems, int? width) : IRunProgress
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);
    private readonly Lock gate = new();
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly List<(NotebookDocument Notebook, string Text)> running = [];
    private readonly List<string> failed = [];
    private int notebookCount;
    private int cellCount;
    private int statusLength;
    private bool ticking;

    /// <summary>A report on this process's console.</summary>
    public static ConsoleReport OnConsole()
    {
        var isTerminal = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new ConsoleReport(Console.Out, Console.Error, isTerminal ? Console.WindowWidth : null);
    }

    /// <summary>Whether a cell failed or a number drifted.</summary>
    public bool HasFailures => failed.Count > 0;

    /// <inheritdoc/>
    public void CellStarted(NotebookDocument notebook, int cell, int count)
    {
        if (width is null)
            return;
        lock (gate)
        {
            running.RemoveAll(entry => entry.Notebook == notebook);
            running.Add((notebook, $"{notebook.FileName}: cell {cell} of {count}"));
            ShowStatus();
            if (!ticking)
                _ = TickAsync();
            ticking = true;
        }
    }

    /// <inheritdoc/>
    public void NotebookFinished(NotebookDocument notebook)
    {
        lock (gate)
        {
            running.RemoveAll(entry => entry.Notebook == notebook);
            ShowStatus();
        }
    }

    /// <summary>Reports a notebook, its failure and its drifts.</summary>
    public void Finished(ExecutedNotebook executed, IReadOnlyList<Drift> drifts)
    {
        var failure = executed.Failure;
        var result = failure is not null ? $"FAILED at cell {failure.Cell}"
            : drifts.Count > 0 ? $"DRIFTED in cell {string.Join(", ", drifts.Select(drift => drift.Cell).Distinct())}"
            : "ok";
        lock (gate)
        {
            ClearStatus();
            output.WriteLine($"{executed.Document.FileName,-44} {executed.CellCount,4} cells {Seconds(executed.Elapsed),8}  {result}");
            foreach (var line in executed.NativeOutput)
                problems.WriteLine($"{executed.Document.FileName} (native output): {line}");
            if (failure is not null)
                Describe(executed.Document, failure);
            foreach (var drift in drifts)
                Describe(drift);
            notebookCount++;
            cellCount += executed.CellCount;
            if (result != "ok")
                failed.Add($"{executed.Document.FileName} {result}");
            ShowStatus();
        }
    }

    /// <summary>Says in one line what could not be done.</summary>
    public void Problem(string message)
    {
        lock (gate)
        {
            ClearStatus();
            problems.WriteLine(message);
        }
    }

    /// <summary>Says in one line what was done.</summary>
    public void Say(string message)
    {
        lock (gate)
        {
            ClearStatus();
            output.WriteLine(message);
        }
    }

    /// <summary>The summary of all notebooks.</summary>
    public void Summary()
    {
        lock (gate)
        {
            ClearStatus();
            var outcome = failed.Count == 0 ? "all well" : string.Join("; ", failed);
            output.WriteLine($"{Count(notebookCount, "notebook")}, {Count(cellCount, "cell")}, {Seconds(clock.Elapsed)}: {outcome}");
        }
    }

    private void Describe(NotebookDocument notebook, CellFailure failure)
    {
        var what = $"{failure.Error.Name}: {failure.Error.Message}";
        problems.WriteLine($"{notebook.Name}, cell {failure.Cell}: {what}");
        foreach (var line in failure.Error.Traceback.Where(line => !what.EndsWith(line, StringComparison.Ordinal)))
            problems.WriteLine($"    {line}");
    }

    private void Describe(Drift drift)
    {
        problems.WriteLine($"{drift.Notebook}, cell {drift.Cell}:");
        problems.WriteLine($"    expected: {drift.Expected}");
        problems.WriteLine($"    found:    {drift.Found}");
    }

    // The seconds go on while a long cell runs.
    private async Task TickAsync()
    {
        while (true)
        {
            await Task.Delay(Tick);
            lock (gate)
            {
                ticking = running.Count > 0;
                if (!ticking)
                    return;
                ShowStatus();
            }
        }
    }

    private void ShowStatus()
    {
        if (width is not { } columns)
            return;
        var status = running.Count == 0 ? string.Empty
            : $"{Seconds(clock.Elapsed)}  {string.Join("  |  ", running.Select(entry => entry.Text))}";
        if (status.Length >= columns)
            status = status[..Math.Max(columns - 1, 0)];
        output.Write($"\r{status.PadRight(statusLength)}\r{status}");
        statusLength = status.Length;
    }

    private void ClearStatus()
    {
        if (statusLength > 0)
            output.Write($"\r{new string(' ', statusLength)}\r");
        statusLength = 0;
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";

    private static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");
}
