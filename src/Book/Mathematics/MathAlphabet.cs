namespace Notebooks.Book.Mathematics;

/// <summary>The alphabets in which a formula's letters can be set.</summary>
internal enum MathAlphabet
{
    /// <summary>Variables in italics, everything else upright.</summary>
    Normal,

    /// <summary>Upright words: <c>\mathrm{MSE}</c>.</summary>
    Roman,

    /// <summary>Upright and bold, for vectors and matrices.</summary>
    Bold,

    /// <summary>Bold, italics kept: <c>\boldsymbol{\beta}</c>.</summary>
    BoldItalic,

    /// <summary>Blackboard bold: ℝ, 𝔼.</summary>
    DoubleStruck,

    /// <summary>Calligraphic: ℒ, 𝒩.</summary>
    Script,

    /// <summary>Fraktur.</summary>
    Fraktur,

    /// <summary>Without serifs.</summary>
    SansSerif,

    /// <summary>As in code.</summary>
    Monospace,
}
