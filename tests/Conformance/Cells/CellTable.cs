using System.Globalization;

namespace Conformance.Cells;

/// <summary>Reads the table of cells: the Markdown files beside this one, whose form README.md describes.</summary>
internal static class CellTable
{
    /// <summary>The folder of the table.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Cells");

    /// <summary>All cells, in the order of their files.</summary>
    public static IReadOnlyList<Cell> All { get; } =
    [
        .. Directory.GetFiles(Folder, "*.md").Where(path => Path.GetFileName(path) != "README.md").Order(StringComparer.Ordinal)
            .SelectMany(path => Read(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path))),
    ];

    /// <summary>The cells of one file.</summary>
    /// <param name="group">The file's name.</param>
    /// <param name="text">Its text.</param>
    /// <exception cref="FormatException">The text is not a table of cells.</exception>
    public static IReadOnlyList<Cell> Read(string group, string text)
    {
        List<Cell> cells = [];
        foreach (var section in text.ReplaceLineEndings("\n").Split("\n## ").Skip(1))
        {
            var lines = section.Split('\n');
            var cell = Read(group, lines[0].Trim(), lines[1..]);
            if (cells.Any(other => other.Name == cell.Name))
                throw new FormatException($"{group}.md: two cells are called \"{cell.Name}\"");
            cells.Add(cell);
        }

        return cells;
    }

    private static Cell Read(string group, string name, string[] lines)
    {
        var (code, output) = (Block(lines, "csharp"), Block(lines, "output"));
        var answers = Property(lines, "answers");
        var cell = new Cell(group, name, code ?? throw new FormatException($"{group}.md: \"{name}\" has no code"))
        {
            Answers = answers?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            Interrupt = Seconds(lines, "interrupt after"),
            Limit = Seconds(lines, "give up after"),
            IsAlone = Property(lines, "session") == "own",
            Difference = Property(lines, "differs"),
            Expected = output,
        };
        return (cell.Difference is null) == (output is null)
            ? cell
            : throw new FormatException($"{group}.md: \"{name}\" needs both \"differs:\" and an output, or neither");
    }

    private static double? Seconds(string[] lines, string name) =>
        Property(lines, name) is { } text ? double.Parse(text.TrimEnd('s', ' '), CultureInfo.InvariantCulture) : null;

    /// <summary>The text of a line "name: text".</summary>
    private static string? Property(string[] lines, string name)
    {
        var line = lines.TakeWhile(line => !line.StartsWith("```", StringComparison.Ordinal))
            .FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.Ordinal));
        return line?[(name.Length + 1)..].Trim();
    }

    /// <summary>What stands between "```language" and a line with as many backticks.</summary>
    private static string? Block(string[] lines, string language)
    {
        var begin = Array.FindIndex(lines, line => line.StartsWith("```", StringComparison.Ordinal) && line.TrimStart('`') == language);
        if (begin < 0)
            return null;
        var fence = lines[begin][..^language.Length];
        var end = Array.FindIndex(lines, begin + 1, line => line == fence);
        return string.Join('\n', lines[(begin + 1)..end]);
    }
}
