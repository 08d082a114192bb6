using Notebooks.Sessions.Compiling;
using Notebooks.Sessions.Messages;

namespace Notebooks.Sessions.Errors;

/// <summary>Tells what the compiler found, with the place in the cell and the line itself.</summary>
internal sealed class CompilationErrors(CellSources sources, string folder)
{
    private const int MostShown = 10;

    /// <summary>The error of a cell that does not compile.</summary>
    /// <param name="diagnostics">What the compiler found, errors among it.</param>
    public CellError Describe(IEnumerable<CellDiagnostic> diagnostics)
    {
        var errors = diagnostics.Where(diagnostic => diagnostic.IsError).ToList();
        var shown = errors.Take(MostShown).ToList();
        List<string> traceback = [.. shown.SelectMany(DescribeWithLine)];
        if (errors.Count > MostShown)
            traceback.Add($"… and {errors.Count - MostShown} more errors");
        return new CellError(CellErrorNames.Compilation, string.Join('\n', shown.Select(DescribeInOneLine)), traceback);
    }

    /// <summary>A diagnostic of the compiler, in one line.</summary>
    /// <param name="diagnostic">An error or a warning.</param>
    public string DescribeInOneLine(CellDiagnostic diagnostic)
    {
        var where = sources.Find(diagnostic.Path)?.Locate(diagnostic.Line, diagnostic.Column);
        var severity = diagnostic.IsError ? "error" : "warning";
        var what = $"{severity} {diagnostic.Id}: {diagnostic.Message}{Advice(diagnostic.Id)}";
        return where is null ? what : $"{where}: {what}";
    }

    private string Advice(string diagnosticId) => diagnosticId switch
    {
        "CS0006" => $" (relative paths start at {folder}; build the library first)",
        "CS1504" => $" (relative paths start at {folder})",
        "CS7009" or "CS7010" => " (put it at the top of the cell, or in a cell of its own)",
        _ => "",
    };

    private IEnumerable<string> DescribeWithLine(CellDiagnostic diagnostic) =>
        [DescribeInOneLine(diagnostic), .. sources.Find(diagnostic.Path)?.Quote(diagnostic.Line, diagnostic.Column) ?? []];
}
