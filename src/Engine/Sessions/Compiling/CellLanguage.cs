using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Notebooks.Sessions.Compiling;

/// <summary>The C# that cells are written in: a script's, in its latest version, with .NET Interactive's usings.</summary>
public static partial class CellLanguage
{
    /// <summary>Parse options of cells.</summary>
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest, DocumentationMode.None, SourceCodeKind.Script);

    /// <summary>The namespaces and the static class that .NET Interactive opens in every cell, and our displays.</summary>
    public static ImmutableArray<string> Usings { get; } =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks",
        "System.Linq", "Microsoft.DotNet.Interactive.Kernel",
        "Notebooks.Cells.CellDisplay", "Notebooks.Cells.CellDisplayExtensions",
    ];

    /// <summary>True if a cell names files, by <c>#r</c> or <c>#load</c>: an earlier cell may still write them.</summary>
    internal static bool NamesFiles(string code) => FileName().IsMatch(code);

    [GeneratedRegex(@"^\s*#\s*(r|load)\b", RegexOptions.Multiline)]
    private static partial Regex FileName();
}
