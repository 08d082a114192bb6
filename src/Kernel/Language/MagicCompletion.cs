namespace Notebooks.Jupyter.Language;

/// <summary>Completes magic commands, which no C# service knows.</summary>
internal static class MagicCompletion
{
    /// <summary>True if the name of a command is being typed.</summary>
    public static bool IsTyped(string code, int position)
    {
        var typed = code[Start(code, position)..position];
        return typed.StartsWith("#!", StringComparison.Ordinal) && !typed.Any(char.IsWhiteSpace);
    }

    /// <summary>The commands that could stand there.</summary>
    /// <param name="code">The cell.</param>
    /// <param name="position">The position.</param>
    /// <param name="known">All commands that there are.</param>
    public static CompletionAnswer Find(string code, int position, IEnumerable<string> known)
    {
        var start = Start(code, position);
        var matches = known
            .Where(command => command.StartsWith(code[start..position], StringComparison.OrdinalIgnoreCase))
            .Select(command => new CompletionMatch(command, "magic"));
        return new CompletionAnswer([.. matches], start, position);
    }

    private static int Start(string code, int position) => position == 0 ? 0 : code.LastIndexOf('\n', position - 1) + 1;
}
