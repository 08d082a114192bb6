namespace Notebooks.Book.Mathematics;

/// <summary>Kind of a part of a formula; it decides on the space to its neighbours (The TeXbook, chapter 18).</summary>
internal enum AtomKind
{
    /// <summary>A variable, a number, a fraction: anything without a side of its own.</summary>
    Ordinary,

    /// <summary>A sign such as ∑, whose limits stand above and below in a displayed formula.</summary>
    Large,

    /// <summary>A sign such as ∫, whose limits always stand beside it.</summary>
    Integral,

    /// <summary>A named function such as log.</summary>
    Function,

    /// <summary>A named function such as max, whose limits stand below in a displayed formula.</summary>
    Limit,

    /// <summary>A sign between two operands: +, ×.</summary>
    Binary,

    /// <summary>A sign between two sides: =, ≤, →.</summary>
    Relation,

    /// <summary>An opening bracket.</summary>
    Opening,

    /// <summary>A closing bracket.</summary>
    Closing,

    /// <summary>A comma, a semicolon.</summary>
    Punctuation,

    /// <summary>Space, and nothing else.</summary>
    Space,
}
