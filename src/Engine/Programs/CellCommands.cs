using System.Text.RegularExpressions;
using Notebooks.Packages;

namespace Notebooks.Programs;

/// <summary>What the lines of a notebook that are commands, not C#, mean for a program.</summary>
/// <param name="notebook">The notebook's name, for messages.</param>
internal sealed partial class CellCommands(string notebook)
{
    private static readonly HashSet<string> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        "csharp", "c#", "html", "markdown", "md", "javascript", "js", "css", "mermaid", "value", "fsharp", "f#", "pwsh", "powershell",
        "sql", "kql", "vb", "vbnet", "http", "httprequest", "python", "r", "bash", "sh",
    };

    // What they do reaches the cells after them.
    private static readonly HashSet<string> Needed = new(StringComparer.OrdinalIgnoreCase) { "import", "share", "set", "connect" };

    /// <summary>The packages that cells ask for.</summary>
    public List<PackageRequest> Packages { get; } = [];

    /// <summary>The sources of packages that cells name.</summary>
    public List<string> Sources { get; } = [];

    /// <summary>What is left out.</summary>
    public List<string> Remarks { get; } = [];

    /// <summary>What cannot be left out.</summary>
    public List<string> Mistakes { get; } = [];

    /// <summary>The language that a line changes to, or null.</summary>
    public static string? LanguageOf(string line) =>
        Command().Match(line) is { Success: true } found && Languages.Contains(found.Groups["name"].Value)
            ? found.Groups["name"].Value : null;

    /// <summary>True for the names of C#.</summary>
    public static bool IsCSharp(string language) => language.ToUpperInvariant() is "CSHARP" or "C#";

    /// <summary>Says that a part of a cell in another language is no part of the program.</summary>
    public void BecomesComment(int cell, string language)
    {
        if (!language.Equals("markdown", StringComparison.OrdinalIgnoreCase) && !language.Equals("md", StringComparison.OrdinalIgnoreCase))
            Remarks.Add($"{notebook}, cell {cell}: what it has in {language} is a comment in the program");
    }

    /// <summary>Reads a line; false if it is C#.</summary>
    public bool Takes(int cell, string line)
    {
        if (Package().Match(line) is { Success: true } package)
        {
            Take(cell, package.Groups["kind"].Value, package.Groups["value"].Value.Trim());
            return true;
        }

        if (Command().Match(line) is not { Success: true } command)
            return false;
        if (Needed.Contains(command.Groups["name"].Value))
            Mistakes.Add($"{notebook}, cell {cell}: {line.Trim()}: a program has no such command; write it as C#");
        else
            Remarks.Add($"{notebook}, cell {cell}: {line.Trim()}: left out");
        return true;
    }

    private void Take(int cell, string kind, string value)
    {
        if (kind == "i")
        {
            Sources.Add(value);
            return;
        }

        try
        {
            var request = PackageRequest.Parse(value);
            if (!Packages.Exists(known => known.IsFor(request.Name)))
                Packages.Add(request);
        }
        catch (PackageException error)
        {
            Mistakes.Add($"{notebook}, cell {cell}: {error.Message}");
        }
    }

    [GeneratedRegex("""^[ \t]*#(?<kind>[ri])[ \t]+"nuget:(?<value>[^"]*)".*$""")]
    private static partial Regex Package();

    [GeneratedRegex(@"^[ \t]*#!(?<name>\S+).*$")]
    private static partial Regex Command();
}
