using Notebooks.Sessions.Compiling;
using Notebooks.Sessions.Messages;

namespace Notebooks.Sessions.Executing;

/// <summary>Result of executing a C# cell.</summary>
internal sealed record CellOutcome
{
    /// <summary>The value of its last expression.</summary>
    public object? Value { get; init; }

    /// <summary>True if it ends in an expression.</summary>
    public bool HasValue { get; init; }

    /// <summary>Its error; null when it succeeded.</summary>
    public CellError? Error { get; init; }

    /// <summary>The exception it threw; null when it did not, or did not compile.</summary>
    public Exception? Exception { get; init; }

    /// <summary>Diagnostics of a cell that did not compile.</summary>
    public IReadOnlyList<CellDiagnostic> Diagnostics { get; init; } = [];
}
