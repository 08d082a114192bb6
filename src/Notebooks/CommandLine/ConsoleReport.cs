using System.Globalization;
using Notebooks.Documents;
using Notebooks.Running;
using Notebooks.Running.Checking;

namespace Notebooks.CommandLine;

/// <summary>
/// Tells a person how the notebooks get on: a line that changes while they run, where there is a terminal; a line for each
/// that is finished; a summary at the end. Problems go to standard error.
/// </summary>
internal sealed class ConsoleReport : IRunProgress
{
    private readonly Lock gate = new();
    private readonly TextWriter output;
    private readonly TextWriter problems;
    private readonly StatusLine status;
    private readonly List<string> failed = [];
    private int notebookCount;
    private int cellCount;

    /// <summary>A report.</summary>
    /// <param name="output">Progress and results.</param>
    /// <param name="problems">What went wrong.</param>
    /// <param name="width">The width of the terminal, or null when the output goes elsewhere.</param>
    public ConsoleReport(TextWriter output, TextWriter problems, int? width)
    {
        this.output = output;
        this.problems = problems;
        status = new StatusLine(output, width, gate);
    }

    /// <summary>A report on this process's console.</summary>
    public static ConsoleReport OnConsole()
    {
        var isTerminal = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new ConsoleReport(Console.Out, Console.Error, isTerminal ? Console.WindowWidth : null);
    }

    /// <summary>True if a cell failed or a number drifted.</summary>
    public bool HasFailures => failed.Count > 0;

    /// <inheritdoc/>
    public void CellStarted(NotebookDocument notebook, int cell, int count)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        lock (gate)
            status.Set(notebook, $"{notebook.FileName}: cell {cell} of {count}");
    }

    /// <inheritdoc/>
    public void Restoring(NotebookDocument notebook, string? state)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        lock (gate)
            status.Set(notebook, $"{notebook.FileName}: {state ?? "packages restored"}");
    }

    /// <inheritdoc/>
    public void NotebookFinished(NotebookDocument notebook)
    {
        lock (gate)
            status.Remove(notebook);
    }

    /// <summary>Reports a notebook, its failure and its drifts.</summary>
    public void Finished(ExecutedNotebook executed, IReadOnlyList<Drift> drifts)
    {
        var failure = executed.Failure;
        var result = executed.IsInterrupted ? $"INTERRUPTED at cell {failure?.Cell}"
            : failure is not null ? $"FAILED at cell {failure.Cell}"
            : drifts.Count > 0 ? $"DRIFTED in cell {string.Join(", ", drifts.Select(drift => drift.Cell).Distinct())}"
            : executed.AllowedFailures.Count > 0
                ? $"ok, but cell {string.Join(", ", executed.AllowedFailures.Select(allowed => allowed.Cell))} failed"
            : "ok";
        lock (gate)
        {
            status.Clear();
            output.WriteLine(
                $"{executed.Document.FileName,-44} {executed.CellCount,4} cells {StatusLine.Seconds(executed.Elapsed),8}  {result}");
            foreach (var line in executed.NativeOutput)
                problems.WriteLine($"{executed.Document.FileName} (native output): {line}");
            foreach (var remark in executed.Document.Remarks.Concat(executed.Remarks))
                problems.WriteLine($"{executed.Document.Name}: {remark}");
            foreach (var cell in failure is null ? executed.AllowedFailures : [.. executed.AllowedFailures, failure])
                Describe(executed.Document, cell);
            foreach (var drift in drifts)
                Describe(drift);
            notebookCount++;
            cellCount += executed.CellCount;
            if (failure is not null || drifts.Count > 0)
                failed.Add($"{executed.Document.FileName} {result}");
            status.Show();
        }
    }

    /// <summary>Says in one line what could not be done.</summary>
    public void Problem(string message)
    {
        lock (gate)
        {
            status.Clear();
            problems.WriteLine(message);
        }
    }

    /// <summary>Says in one line what was done.</summary>
    public void Say(string message)
    {
        lock (gate)
        {
            status.Clear();
            output.WriteLine(message);
        }
    }

    /// <summary>The summary of all notebooks.</summary>
    public void Summary()
    {
        lock (gate)
        {
            status.Clear();
            var outcome = failed.Count == 0 ? "all well" : string.Join("; ", failed);
            output.WriteLine(
                $"{Count(notebookCount, "notebook")}, {Count(cellCount, "cell")}, {StatusLine.Seconds(status.Elapsed)}: {outcome}");
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

    private static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");
}
