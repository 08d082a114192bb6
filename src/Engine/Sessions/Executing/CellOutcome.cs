using Notebooks.Sessions.Compiling;
using Notebooks.Sessions.Messages;

namespace Notebooks.Sessions.Executing;

/// <summary>How a C# cell ended.</summary>
internal sealed record CellOutcome
{
    /// <summary>The value of its last expression.</summary>
    public object? Value { get; init; }

    /// <summary>Whether it ends in an expression.</summary>
    public bool HasValue { get; init; }

    /// <summary>Why it failed; null when it did not.</summary>
    public CellError? Error { get; init; }

    /// <summary>What it threw; null when it did not, or did not compile.</summary>
    public Exception? Exception { get; init; }

    /// <summary>What the compiler found in a cell that did not compile.</summary>
    public IReadOnlyList<CellDiagnostic> Diagnostics { get; init; } = [];
}
