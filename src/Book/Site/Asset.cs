using System.Text;
using System.Text.RegularExpressions;

namespace Notebooks.Book.Site;

/// <summary>The book's style sheets, scripts and typefaces, embedded in the program.</summary>
internal static partial class Asset
{
    private const string Prefix = "Book.Assets.";

    // One file for a browser, a file for each idea here; the first ones hold what the others build on.
    private static readonly string[] Style =
        ["standins", "theme", "frame", "prose", "grid", "mathematics", "tables", "code", "output", "figures", "cover", "search", "paper"];

    private static readonly string[] Script = ["page", "theme", "contents", "code", "reach", "turning", "search", "machine"];

    private static readonly string[] Playground = ["settings", "drawing", "views", "playground", "controls"];

    private static readonly string[] Running = ["session", "outputs", "complete", "editor", "cell", "check", "exercise", "page"];

    /// <summary>The names of all files that the book's pages ask for.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["book.css", "text.css", "faces.css", "book.js", "playground.css", "playground.js", "running.css", "running.js"];

    /// <summary>The content of such a file.</summary>
    public static byte[] Read(string name) => name switch
    {
        "book.css" => Joined(Style.Select(static part => $"style/{part}.css")),
        "book.js" => Closed(Script.Select(static part => $"script/{part}.js")),
        "playground.js" => Closed(Playground.Select(static part => $"playground/{part}.js")),
        "running.js" => Closed(Running.Select(static part => $"cells/{part}.js")),
        "running.css" => Resource("cells/cells.css"),
        "playground.css" or "playground.html" => Resource($"playground/{name}"),
        "text.css" or "faces.css" => Encoding.UTF8.GetBytes(FontFile().Replace(
            Encoding.UTF8.GetString(Resource($"style/{name}")),
            static font => $"url(data:font/woff2;base64,{Convert.ToBase64String(Resource(font.Groups["file"].Value))})")),
        _ => Resource($"script/{name}"),
    };

    /// <summary>Scripts as one that shares no name with others.</summary>
    private static byte[] Closed(IEnumerable<string> parts) => [.. "(() => {\n'use strict';\n"u8, .. Joined(parts), .. "})();\n"u8];

    private static byte[] Joined(IEnumerable<string> parts) => [.. parts.SelectMany(Resource)];

    private static byte[] Resource(string name)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream(Prefix + name)
            ?? throw new InvalidOperationException($"The program lacks its resource {Prefix}{name}.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    [GeneratedRegex(@"url\((?<file>fonts/[^)]+)\)")]
    private static partial Regex FontFile();
}
