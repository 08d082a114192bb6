using System.Text;

namespace Notebooks.Sessions.Magic;

/// <summary>Finds .NET Interactive's magic commands in a cell and takes it apart at them.</summary>
internal static class MagicCommands
{
    /// <summary>What a cell without a language of its own is written in.</summary>
    public const string CSharp = "csharp";

    // What a .dib file begins with: data about itself, nothing to run.
    private const string Header = "meta";

    private static readonly Dictionary<string, string> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        ["csharp"] = CSharp,
        ["c#"] = CSharp,
        ["html"] = "html",
        ["markdown"] = "markdown",
        ["md"] = "markdown",
        ["javascript"] = "javascript",
        ["js"] = "javascript",
    };

    private static readonly Dictionary<string, string> Commands = new(StringComparer.OrdinalIgnoreCase)
    {
        ["import"] = "runs the cells of a file: #!import helpers.ipynb",
        ["lsmagic"] = "lists the magic commands",
        ["time"] = "shows how long the cell takes",
        ["who"] = "lists the variables",
        ["whos"] = "lists the variables with their values",
    };

    /// <summary>All commands, as a person types them.</summary>
    public static IEnumerable<string> Known =>
        Languages.Keys.Concat(Commands.Keys).Order(StringComparer.Ordinal).Select(name => "#!" + name);

    /// <summary>Each command with what it does.</summary>
    public static IEnumerable<(string Name, string Meaning)> Described =>
        Languages.Select(language => ("#!" + language.Key, $"the lines below are {language.Value}"))
            .Concat(Commands.Select(command => ("#!" + command.Key, command.Value)));

    /// <summary>Takes a cell apart.</summary>
    /// <param name="code">The cell.</param>
    /// <returns>Its parts in order; commands that do not exist are among them.</returns>
    public static IReadOnlyList<CellPart> Split(string code)
    {
        var language = CSharp;
        var lines = code.ReplaceLineEndings("\n").Split('\n');
        List<CellPart> parts = [];
        var text = new StringBuilder();
        var start = 1;
        for (var number = 1; number <= lines.Length; number++)
        {
            var line = lines[number - 1];
            if (!line.StartsWith("#!", StringComparison.Ordinal))
            {
                text.Append(line).Append('\n');
                continue;
            }

            Close();
            var (name, rest) = SplitCommand(line);
            if (Languages.TryGetValue(name, out var next))
                language = next;
            else if (name == Header)
                language = Header;
            else
                parts.Add(new CellPart(name, rest, number, IsCommand: true));
            text.Append('\n', number);
            start = number + 1;
        }

        Close();
        return parts;

        void Close()
        {
            var part = text.ToString();
            if (!string.IsNullOrWhiteSpace(part) && language != Header)
                parts.Add(new CellPart(language, part[..^1], start, IsCommand: false));
            text.Clear();
        }
    }

    /// <summary>A cell's code with its language at its head, where that is not C#.</summary>
    /// <param name="code">The cell.</param>
    /// <param name="kernelName">The kernel that the cell's metadata name, or null.</param>
    public static string InLanguage(string code, string? kernelName) =>
        kernelName is null or CSharp || code.StartsWith("#!", StringComparison.Ordinal) ? code : $"#!{kernelName}\n{code}";

    private static (string Name, string Arguments) SplitCommand(string line)
    {
        var words = line[2..].Trim().Split(' ', 2, StringSplitOptions.TrimEntries);
        return (words[0], words.Length > 1 ? words[1] : "");
    }
}
