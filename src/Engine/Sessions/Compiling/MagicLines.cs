using System.Text.RegularExpressions;

namespace Notebooks.Sessions.Compiling;

/// <summary>The lines of a cell that are no C#: <c>#!time</c>, <c>#r "nuget: …"</c>, <c>#i "nuget: …"</c>.</summary>
public static partial class MagicLines
{
    /// <summary>Whether there are any.</summary>
    public static bool IsIn(string cell) => Line().IsMatch(cell);

    /// <summary>The cell with blanks in their place: every position stays.</summary>
    public static string Blanked(string cell) => Line().Replace(cell, line => new string(' ', line.Length));

    /// <summary>Whether the C# names files, which an earlier cell may write: by <c>#r</c> or <c>#load</c>.</summary>
    internal static bool NamesFiles(string cell) => FileLine().IsMatch(cell);

    [GeneratedRegex("""^(#!|[ \t]*#i\b|[ \t]*#r[ \t]+"nuget:).*?(?=\r?$)""", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex(@"^\s*#\s*(r|load)\b", RegexOptions.Multiline)]
    private static partial Regex FileLine();
}
