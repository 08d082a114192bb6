using System.Reflection;
using Microsoft.AspNetCore.Html;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.DotNet.Interactive.Formatting;

namespace Notebooks.Programs;

/// <summary>What stands in for a notebook's <c>display</c> in a program: it prints a value as the notebook's plain text shows it.</summary>
internal static class DisplayClass
{
    /// <summary>Its code where only texts, numbers and truth values are shown.</summary>
    public const string Simple = """
        /// <summary>Shows values as a notebook does, as plain text.</summary>
        static class NotebookDisplay
        {
            public static void display(object value) => Console.WriteLine(value ?? "<null>");
        }
        """;

    /// <summary>Its code where values of any type are shown, by .NET Interactive's own formatters.</summary>
    public const string Full = """
        /// <summary>Shows values as a notebook does, as plain text.</summary>
        static class NotebookDisplay
        {
            public static ShownValue display(object value, params string[] mimeTypes)
            {
                if (value is not ShownValue)
                    Console.WriteLine((value as string ?? value.ToDisplayString("text/plain")).TrimEnd('\r', '\n'));
                return new ShownValue();
            }

            public static ShownValue Display(this object value, params string[] mimeTypes) => display(value, mimeTypes);

            public static ShownValue DisplayAs(this string value, string mimeType) => display(value);

            public static IHtmlContent HTML(string content) => new HtmlString(content);
        }

        /// <summary>A value that was shown. What replaces it in a notebook is printed below it here.</summary>
        sealed class ShownValue
        {
            public void Update(object value) => NotebookDisplay.display(value);
        }
        """;

    private static readonly string[] Interactive =
    [
        "Microsoft.DotNet.Interactive", "Microsoft.DotNet.Interactive.Formatting", "Microsoft.AspNetCore.Html.Abstractions",
        "Notebooks.Cells",
    ];

    /// <summary>The formatters' package and its version.</summary>
    public static (string Name, string Version) Package { get; } = (
        typeof(Formatter).Assembly.GetName().Name!,
        typeof(Formatter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0]);

    /// <summary>Files of the formatters.</summary>
    public static IReadOnlyList<string> Files { get; } = [typeof(Formatter).Assembly.Location, typeof(IHtmlContent).Assembly.Location];

    /// <summary>True if a cell shows a value that needs the formatters, or names something of theirs.</summary>
    public static bool IsFullFor(ScriptCell cell) =>
        cell.ShowsValue && !IsSimple(cell.Model.GetTypeInfo(cell.LastExpression!).Type)
        || cell.Root.DescendantNodes().OfType<SimpleNameSyntax>().Any(name => IsTheirs(name, cell));

    private static bool IsTheirs(SimpleNameSyntax name, ScriptCell cell)
    {
        var symbol = cell.Model.GetSymbolInfo(name).Symbol;
        if (symbol is INamespaceSymbol or null || !Interactive.Contains(symbol.ContainingAssembly?.Name))
            return false;
        var isSimple = symbol.Name == "display" && name.Parent is InvocationExpressionSyntax { ArgumentList.Arguments: [var only] } call
            && call.Parent is ExpressionStatementSyntax && IsSimple(cell.Model.GetTypeInfo(only.Expression).Type);
        return !isSimple;
    }

    private static bool IsSimple(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_String or SpecialType.System_Int32
        or SpecialType.System_Int64 or SpecialType.System_Double or SpecialType.System_Boolean;
}
