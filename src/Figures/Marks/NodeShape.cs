namespace NeuralNets.Charts;

/// <summary>The outlines of a graph's nodes.</summary>
public enum NodeShape
{
    /// <summary>A box with round corners, as wide as its text: a value, a layer.</summary>
    Box,

    /// <summary>A circle, small around a sign: an operation, a neuron.</summary>
    Circle,

    /// <summary>The text alone: an input from outside, dots that stand for more of the same.</summary>
    Plain,
}
