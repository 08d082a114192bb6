using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Notebooks.Sessions.Errors;

/// <summary>Tells what the compiler found, with the place in the cell and the line itself.</summary>
/// <param name="sources">The compiled texts.</param>
/// <param name="folder">The notebook's folder.</param>
internal sealed class CompilationErrors(CellSources sources, string folder)
{
    private const int MostShown = 10;

    /// <summary>The error of a cell that does not compile.</summary>
    /// <param name="diagnostics">What the compiler found, errors among it.</param>
    public CellError Describe(IEnumerable<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ToList();
        var shown = errors.Take(MostShown).ToList();
        List<string> traceback = [.. shown.SelectMany(DescribeWithLine)];
        if (errors.Count > MostShown)
            traceback.Add($"… and {errors.Count - MostShown} more errors");
        return new CellError(CellErrorNames.Compilation, string.Join('\n', shown.Select(DescribeInOneLine)), traceback);
    }

    /// <summary>The warnings as text for standard error; empty when there are none.</summary>
    /// <param name="diagnostics">What the compiler found.</param>
    public string DescribeWarnings(IEnumerable<Diagnostic> diagnostics) =>
        string.Concat(diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning)
            .Select(diagnostic => DescribeInOneLine(diagnostic) + "\n"));

    private string DescribeInOneLine(Diagnostic diagnostic)
    {
        var (source, line, column) = Locate(diagnostic);
        var where = source?.Locate(line, column);
        var severity = diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning";
        var what = $"{severity} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}{Advice(diagnostic.Id)}";
        return where is null ? what : $"{where}: {what}";
    }

    private string Advice(string diagnosticId) => diagnosticId switch
    {
        "CS0006" => $" (relative paths start at {folder}; build the library first)",
        "CS1504" => $" (relative paths start at {folder})",
        "CS7009" or "CS7010" => " (put it at the top of the cell, or in a cell of its own)",
        _ => "",
    };

    private IEnumerable<string> DescribeWithLine(Diagnostic diagnostic)
    {
        var (source, line, column) = Locate(diagnostic);
        return [DescribeInOneLine(diagnostic), .. source?.Quote(line, column) ?? []];
    }

    private (CellSource? Source, int Line, int Column) Locate(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetLineSpan();
        return (sources.Find(span.Path), span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1);
    }
}
