using System.Text.RegularExpressions;

namespace Notebooks.Book.Programs;

/// <summary>
/// A JavaScript module as a function, since a page from the disk may import no module: called with the program's settings and the
/// page's address, it gives what the module exports.
/// </summary>
internal static partial class ModuleText
{
    /// <summary>The function.</summary>
    /// <param name="name">The module's file.</param>
    /// <param name="module">Its text.</param>
    /// <exception cref="BookException">It does not export once, by name or as default, or it imports another module.</exception>
    public static string ToFunction(string name, string module)
    {
        var text = SourceMap().Replace(module, "").Replace("import.meta.url", "address", StringComparison.Ordinal);
        var exports = Exports().Matches(text);
        if (exports.Count != 1)
            throw Unexpected(name, $"{exports.Count} exports at the begin of a statement", "one");
        if (text.Contains("import.meta", StringComparison.Ordinal))
            throw Unexpected(name, "import.meta", "import.meta.url alone");
        text = Exports().Replace(text, static export => $"{export.Groups["before"].Value}const exported = {{ {Exported(export)} }};");
        return $"async (settings, address) => {{\n'use strict';\n{text}\nreturn exported;\n}}";
    }

    /// <summary>A file of the SDK that is not what it was when this was written.</summary>
    public static BookException Unexpected(string name, string found, string expected) => new(
        $"{name} of the SDK is not as expected: found {found}, expected {expected}; the book's C# is packed for .NET 10.");

    private static string Exported(Match export) => export.Groups["default"].Success
        ? $"default: {export.Groups["default"].Value}"
        : string.Join(", ", export.Groups["names"].Value.Split(',').Select(static pair => pair.Trim().Split(" as ") switch
        {
            [var inside, var outside] => $"{outside}: {inside}",
            var names => names[0],
        }));

    [GeneratedRegex(@"(?<before>^|[;}\n])\s*export\s*(default\s+(?<default>\w+)|\{(?<names>[^}]*)\})\s*;")]
    private static partial Regex Exports();

    [GeneratedRegex("^//# sourceMappingURL=.*$", RegexOptions.Multiline)]
    private static partial Regex SourceMap();
}
