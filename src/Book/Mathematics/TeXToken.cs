namespace Notebooks.Book.Mathematics;

/// <summary>One token of a formula.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its characters; for a command its name without the backslash.</param>
/// <param name="Position">Where it begins in the formula, from 0.</param>
internal readonly record struct TeXToken(TeXTokenKind Kind, string Text, int Position)
{
    /// <summary>As a person would name it in a message.</summary>
    public override string ToString() => Kind switch
    {
        TeXTokenKind.End => "the end of the formula",
        TeXTokenKind.Command => $"'\\{Text}'",
        _ => $"'{Text}'",
    };
}
