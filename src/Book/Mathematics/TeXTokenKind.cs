namespace Notebooks.Book.Mathematics;

/// <summary>The kinds of tokens in a formula.</summary>
internal enum TeXTokenKind
{
    /// <summary>A letter, an operator sign, a bracket: any character that stands for itself.</summary>
    Character,

    /// <summary>A number, decimal point included.</summary>
    Number,

    /// <summary>A command; the token's text is its name without the backslash.</summary>
    Command,

    /// <summary><c>{</c></summary>
    Open,

    /// <summary><c>}</c></summary>
    Close,

    /// <summary><c>^</c></summary>
    Superscript,

    /// <summary><c>_</c></summary>
    Subscript,

    /// <summary>One or more apostrophes.</summary>
    Prime,

    /// <summary><c>&amp;</c>, the next column.</summary>
    NextColumn,

    /// <summary><c>\\</c>, the next row.</summary>
    NextRow,

    /// <summary>The formula's end.</summary>
    End,
}
