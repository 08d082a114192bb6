namespace Notebooks.Documents;

/// <summary>The line <c>#!name</c> that says which kernel a cell's lines are for.</summary>
internal static class LanguageLine
{
    /// <summary>A cell's code with its language at its head, where that is not C#.</summary>
    /// <param name="code">The cell.</param>
    /// <param name="kernelName">The kernel that the cell's metadata name, or null.</param>
    public static string Put(string code, string? kernelName)
    {
        ArgumentNullException.ThrowIfNull(code);
        return kernelName is null or "csharp" || code.TrimStart().StartsWith("#!", StringComparison.Ordinal) ? code : $"#!{kernelName}\n{code}";
    }
}
