using Notebooks.Sessions.Messages;

namespace Notebooks.Sessions.Output;

/// <summary>A cell on its way through the kernels: where its output goes, and how it ends.</summary>
/// <param name="cell">The cell.</param>
/// <param name="output">Receives what it shows.</param>
/// <param name="cancellationToken">Stops it.</param>
internal sealed class Submission(CellRequest cell, CellOutput output, CancellationToken cancellationToken)
{
    private static readonly AsyncLocal<Submission?> Running = new();
    private readonly string[] lines = Lines(cell.Code);
    private int nextLine;

    /// <summary>The cell on whose behalf this code runs, on any thread that it started; null outside of cells.</summary>
    public static Submission? Current
    {
        get => Running.Value;
        set => Running.Value = value;
    }

    /// <summary>The cell.</summary>
    public CellRequest Cell => cell;

    /// <summary>Receives what it shows.</summary>
    public CellOutput Output => output;

    /// <summary>Stops it.</summary>
    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>Its error; null when it succeeded, or still runs.</summary>
    public CellError? Error { get; set; }

    /// <summary>Completes when its C# code no longer runs: a kernel that is told to cancel does not wait for that.</summary>
    public Task Ended { get; set; } = Task.CompletedTask;

    /// <summary>True if its C# code is running: what is submitted now comes from within.</summary>
    public bool IsInCode { get; set; }

    /// <summary>True if it is a cell of a file that another cell imports.</summary>
    public bool IsImported { get; set; }

    /// <summary>A submission from within this one, with the same output.</summary>
    public Submission Submit(CellRequest code) => new(code, output, cancellationToken);

    /// <summary>Stops the code that calls this, if the cell is to stop.</summary>
    /// <exception cref="OperationCanceledException">The cell is to stop.</exception>
    public void ThrowIfStopped()
    {
        if (!output.IsClosed)
            cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>A part of the cell after as many empty lines as stand before it, so that its lines are the cell's lines.</summary>
    /// <param name="part">One of the cell's parts, each asked for once and in their order.</param>
    public string Place(string part)
    {
        var text = Lines(part);
        var first = Array.FindIndex(text, line => !string.IsNullOrWhiteSpace(line));
        var found = first < 0 ? -1 : Array.FindIndex(lines, nextLine, line => line.TrimEnd() == text[first].TrimEnd());
        if (found < first)
            return part;
        nextLine = Math.Min(found - first + text.Length, lines.Length);
        return new string('\n', found - first) + part;
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');
}
