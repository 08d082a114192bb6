using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Notebooks.Book.Site;

/// <summary>The book's style sheets, scripts and typefaces, embedded in the program.</summary>
internal static partial class Asset
{
    private const string Prefix = "Book.Assets.";

    // One file for a browser, a file for each idea here; the first ones hold what the others build on.
    private static readonly string[] Style =
        ["standins", "theme", "frame", "prose", "grid", "mathematics", "tables", "code", "cells", "output", "figures", "cover", "search",
         "paper"];

    private static readonly string[] Script =
    [
        "script/page", "script/theme", "script/contents", "script/code", "script/reach", "script/turning", "script/search",
        "script/machine", "script/answers",
    ];

    private static readonly string[] Playground =
    [
        "drawing/canvas", "playground/settings", "playground/views", "playground/playground", "playground/controls",
    ];

    private static readonly string[] Answers =
    [
        "drawing/canvas", "answers/panel", "answers/pointer", "answers/cut", "answers/bowl", "answers/hinges", "answers/filter",
        "answers/town", "answers/playground", "answers/begin",
    ];

    private static readonly string[] Running =
    [
        "cells/session", "cells/outputs", "cells/complete", "cells/editor", "cells/cell", "cells/check", "cells/exercise", "cells/page",
    ];

    /// <summary>The names of all files that the book's pages ask for.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "book.css", "text.css", "faces.css", "book.js", "playground.css", "playground.js", "answers.css", "answers.js", "running.js",
    ];

    /// <summary>The content of such a file.</summary>
    public static byte[] Read(string name) => name switch
    {
        "book.css" => Joined(Style.Select(static part => $"style/{part}.css")),
        "book.js" => Closed(Script),
        "playground.js" => Closed(Playground),
        "running.js" => Closed(Running),
        "playground.css" or "playground.html" => Resource($"playground/{name}"),
        "answers.js" => Closed(Answers, PlaygroundHtml()),
        "answers.css" => Resource($"answers/{name}"),
        "text.css" or "faces.css" => Encoding.UTF8.GetBytes(FontFile().Replace(
            Encoding.UTF8.GetString(Resource($"style/{name}")),
            static font => $"url(data:font/woff2;base64,{Convert.ToBase64String(Resource(font.Groups["file"].Value))})")),
        _ => Resource($"script/{name}"),
    };

    /// <summary>Scripts as one that shares no name with others, behind what each has of its own.</summary>
    private static byte[] Closed(IEnumerable<string> parts, params ReadOnlySpan<byte> first) =>
    [
        .. "(() => {\n'use strict';\n"u8, .. first, .. Resource("script/elements.js"),
        .. parts.SelectMany(static part => Resource($"{part}.js")), .. "})();\n"u8,
    ];

    /// <summary>What stands on the playground's page, for the figure that brings it to another.</summary>
    private static byte[] PlaygroundHtml() => Encoding.UTF8.GetBytes(
        $"const playgroundHtml = {JsonSerializer.Serialize(Encoding.UTF8.GetString(Resource("playground/playground.html")))};\n");

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
