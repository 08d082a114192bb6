using System.Numerics;

namespace NeuralNets.Scratch.Perceptrons;

/// <summary>Rows of vectors that are read: the features of the samples, or the activations of a layer.</summary>
/// <param name="vectors">The vectors, from the begin of the first row on.</param>
/// <param name="stride">Vectors from one row to the next.</param>
/// <param name="count">Number of rows.</param>
internal readonly ref struct Rows<T>(ReadOnlySpan<Vector<T>> vectors, int stride, int count)
{
    public readonly ReadOnlySpan<Vector<T>> Vectors = vectors;
    public readonly int Stride = stride;
    public readonly int Count = count;

    /// <summary>The begin of a row.</summary>
    public ReadOnlySpan<Vector<T>> Row(int index, int width) => Vectors.Slice(index * Stride, width);
}
