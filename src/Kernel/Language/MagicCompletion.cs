namespace Notebooks.Jupyter.Language;

/// <summary>Completes magic commands, which no C# service knows.</summary>
internal static class MagicCompletion
{
    /// <summary>The commands that could stand at a position; null when no command is being typed there.</summary>
    /// <param name="code">The cell.</param>
    /// <param name="position">The position.</param>
    /// <param name="known">All commands that there are.</param>
    public static CompletionAnswer? Find(string code, int position, IEnumerable<string> known)
    {
        var start = position == 0 ? 0 : code.LastIndexOf('\n', position - 1) + 1;
        var typed = code[start..position];
        if (!typed.StartsWith("#!", StringComparison.Ordinal) || typed.Any(char.IsWhiteSpace))
            return null;
        var matches = known
            .Where(command => command.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Select(command => new CompletionMatch(command, "magic"));
        return new CompletionAnswer([.. matches], start, position);
    }
}
