namespace Notebooks.Book.Code;

/// <summary>Magic commands are no C#: the classifier must not stumble over them.</summary>
internal static class MagicCommands
{
    /// <summary>The script with each line that is a magic command replaced by blanks, every other character in its place.</summary>
    public static string Blank(string script)
    {
        var lines = script.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (IsMagic(lines[i]))
                lines[i] = new string(' ', lines[i].Length);
        }

        return string.Join('\n', lines);
    }

    /// <summary>Whether a line is a command to the notebook rather than code; <c>#r</c> and <c>#load</c> are C# scripting's own.</summary>
    public static bool IsMagic(ReadOnlySpan<char> line) => line.TrimStart() is ['#', '!', ..] or ['#', 'i', ' ', ..];
}
