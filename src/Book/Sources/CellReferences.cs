using System.Text.RegularExpressions;
using Notebooks.Documents;

namespace Notebooks.Book.Sources;

/// <summary>The files that a notebook's cells load.</summary>
public static partial class CellReferences
{
    /// <summary>Full paths of what <c>#r "path"</c> and <c>#load "path"</c> name, as far as it exists.</summary>
    public static IReadOnlyList<string> Of(NotebookDocument notebook)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        return
        [
            .. notebook.Cells.Where(static cell => cell.IsCode)
                .SelectMany(static cell => Directive().Matches(cell.Source))
                .Select(match => Path.GetFullPath(Path.Combine(notebook.Folder, match.Groups["path"].Value)))
                .Where(File.Exists).Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>The managed assemblies among them, with those that lie beside them.</summary>
    public static IReadOnlyList<string> Assemblies(IEnumerable<string> references) =>
    [
        .. references.Where(static path => path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            .SelectMany(static path => Directory.GetFiles(Path.GetDirectoryName(path)!, "*.dll"))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    [GeneratedRegex(@"^\s*#(r|load)\s+""(?!nuget:)(?<path>[^""\n]+)""", RegexOptions.Multiline)]
    private static partial Regex Directive();
}
