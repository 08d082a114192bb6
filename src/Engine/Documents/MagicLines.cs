using System.Text.RegularExpressions;

namespace Notebooks.Documents;

/// <summary>The lines of a cell that are no C# but commands: <c>#!time</c>, <c>#i "nuget: …"</c>, <c>#r "nuget: …"</c>.</summary>
public static partial class MagicLines
{
    /// <summary>True if there are any.</summary>
    /// <param name="code">A cell.</param>
    public static bool AreIn(string code) => Magic().IsMatch(code);

    /// <summary>Blanks them; every position stays.</summary>
    /// <param name="code">One cell or several.</param>
    public static string Blank(string code) => Magic().Replace(code, static line => new string(' ', line.Length));

    /// <summary>
    /// A cell's code with its language at its head, where that is not C# and the cell does not begin with a command
    /// itself.
    /// </summary>
    /// <param name="cell">The cell.</param>
    public static string WithLanguage(NotebookCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.KernelName is null or "csharp" || BeginsWithCommand().IsMatch(cell.Source)
            ? cell.Source
            : $"#!{cell.KernelName}\n{cell.Source}";
    }

    [GeneratedRegex("""^[ \t]*(#!|#i\b|#r[ \t]+"nuget:).*?(?=\r?$)""", RegexOptions.Multiline)]
    private static partial Regex Magic();

    [GeneratedRegex(@"^\s*#!")]
    private static partial Regex BeginsWithCommand();
}
