using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Notebooks.Sessions.Compiling;

/// <summary>The C# that cells are written in: a script's, in its latest version, with .NET Interactive's usings.</summary>
public static class CellLanguage
{
    /// <summary>How cells are parsed.</summary>
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest, DocumentationMode.None, SourceCodeKind.Script);

    /// <summary>The namespaces and the static class that .NET Interactive opens in every cell, and our displays.</summary>
    public static ImmutableArray<string> Usings { get; } =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks",
        "System.Linq", "Microsoft.DotNet.Interactive.Kernel",
        "Notebooks.Cells.CellDisplay", "Notebooks.Cells.CellDisplayExtensions",
    ];
}
