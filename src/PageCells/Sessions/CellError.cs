using System.Text.Json.Nodes;
using Notebooks.Sessions.Compiling;

namespace NeuralNets.PageCells.Sessions;

/// <summary>Why a cell did not come to its end.</summary>
/// <param name="Kind"><c>compile</c> or <c>exception</c>.</param>
/// <param name="Message">What was found: <c>CS0103: The name 'y' …</c>, <c>System.DivideByZeroException: Attempted to …</c></param>
/// <param name="Line">The line in the cell, from 1; 0 where it is not known.</param>
/// <param name="Column">The column, from 1; 0 where it is not known.</param>
internal sealed record CellError(string Kind, string Message, int Line, int Column)
{
    private IReadOnlyList<CellDiagnostic> Diagnostics { get; init; } = [];

    /// <summary>The error of a cell that does not compile.</summary>
    /// <param name="errors">What the compiler found.</param>
    public static CellError Of(IReadOnlyList<CellDiagnostic> errors) =>
        new("compile", MessageOf(errors[0]), errors[0].Line, errors[0].Column) { Diagnostics = errors };

    /// <summary>The error of a cell that threw.</summary>
    /// <param name="thrown">What it threw.</param>
    /// <param name="place">Where.</param>
    public static CellError Of(Exception thrown, (int Line, int Column) place) =>
        new("exception", $"{thrown.GetType()}: {thrown.Message}", place.Line, place.Column);

    /// <summary>The error as JSON: its four fields, and <c>diagnostics</c> with all that the compiler found.</summary>
    public JsonObject ToJson() => new()
    {
        ["kind"] = Kind,
        ["message"] = Message,
        ["line"] = Line,
        ["column"] = Column,
        ["diagnostics"] = new JsonArray([.. Diagnostics.Select(error => new JsonObject
        {
            ["message"] = MessageOf(error),
            ["line"] = error.Line,
            ["column"] = error.Column,
        })]),
    };

    private static string MessageOf(CellDiagnostic error) => $"{error.Id}: {error.Message}";
}
