namespace NeuralNets.Charts;

/// <summary>A pattern of a line, so that lines can be told apart without their colour.</summary>
public enum Dash
{
    /// <summary>Unbroken.</summary>
    Solid,

    /// <summary>Dashes.</summary>
    Dashed,

    /// <summary>Dots.</summary>
    Dotted,
}
