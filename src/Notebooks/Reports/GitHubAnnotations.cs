using System.Globalization;
using System.Text.RegularExpressions;
using Notebooks.Documents;
using Notebooks.Running;
using Notebooks.Running.Checking;

namespace Notebooks.Reports;

/// <summary>Lines that GitHub Actions shows beside the file: what failed or drifted, at the line of the notebook's file.</summary>
internal sealed partial class GitHubAnnotations
{
    private readonly TextWriter output;
    private readonly Dictionary<string, byte[]> files = [];

    /// <summary>Reads the files as they are before the run.</summary>
    /// <param name="notebooks">The notebooks.</param>
    /// <param name="output">Where GitHub reads.</param>
    public GitHubAnnotations(IEnumerable<NotebookDocument> notebooks, TextWriter output)
    {
        this.output = output;
        foreach (var notebook in notebooks)
            files[notebook.Name] = File.ReadAllBytes(notebook.Name);
    }

    /// <summary>Writes what is wrong with a notebook.</summary>
    public void Write(ExecutedNotebook executed, IEnumerable<Drift> drifts)
    {
        foreach (var allowed in executed.AllowedFailures)
            Write("warning", executed.Document, allowed);
        if (executed.Failure is { } failure)
            Write("error", executed.Document, failure);
        foreach (var drift in drifts)
            Write("error", executed.Document, drift.Cell, 1, "Drifted", $"expected: {drift.Expected}\nfound: {drift.Found}");
    }

    /// <summary>A message as GitHub's lines want it.</summary>
    public static string Escaped(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string EscapedProperty(string text) => Escaped(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);

    private void Write(string kind, NotebookDocument notebook, CellFailure failure)
    {
        var error = failure.Error;
        var text = string.Join('\n', error.Traceback.Prepend($"{error.Name}: {error.Message}").Distinct());
        var place = Place().Matches(text).FirstOrDefault(match =>
            match.Groups["cell"].Value == failure.Cell.ToString(CultureInfo.InvariantCulture));
        var line = place is null ? 1 : int.Parse(place.Groups["line"].Value, CultureInfo.InvariantCulture);
        Write(kind, notebook, failure.Cell, line, error.Name, text);
    }

    private void Write(string kind, NotebookDocument notebook, int cell, int lineOfCell, string title, string message)
    {
        var index = notebook.Cells.Index().Where(static cell => cell.Item.IsExecuted).ElementAtOrDefault(cell - 1).Index;
        var line = CellPlaces.LineOf(files[notebook.Name], index, lineOfCell);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"::{kind} file={EscapedProperty(FileOf(notebook))},line={line},title={EscapedProperty($"Cell {cell}: {title}")}"
            + $"::{Escaped(message)}"));
    }

    /// <summary>The file as GitHub knows it: relative to the checked-out repository.</summary>
    private static string FileOf(NotebookDocument notebook)
    {
        var root = Environment.GetEnvironmentVariable("GITHUB_WORKSPACE");
        var name = string.IsNullOrEmpty(root) ? notebook.Name : Path.GetRelativePath(root, Path.GetFullPath(notebook.Name));
        return name.Replace('\\', '/');
    }

    [GeneratedRegex(@"cell (?<cell>\d+), line (?<line>\d+)")]
    private static partial Regex Place();
}
