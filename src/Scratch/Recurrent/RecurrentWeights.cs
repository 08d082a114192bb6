namespace NeuralNets.Scratch.Recurrent;

/// <summary>The weights of a recurrent layer, or the derivatives by them, where torch's layer has them.</summary>
/// <typeparam name="T">Single or double precision.</typeparam>
/// <param name="input">W, shape [blocks · hidden, inputs].</param>
/// <param name="past">U, shape [blocks · hidden, hidden].</param>
/// <param name="inputBias">The biases beside W.</param>
/// <param name="pastBias">The biases beside U.</param>
public readonly ref struct RecurrentWeights<T>(Span<T> input, Span<T> past, Span<T> inputBias, Span<T> pastBias)
{
    /// <summary>W, shape [blocks · hidden, inputs].</summary>
    public Span<T> Input { get; } = input;

    /// <summary>U, shape [blocks · hidden, hidden].</summary>
    public Span<T> Past { get; } = past;

    /// <summary>The biases beside W.</summary>
    public Span<T> InputBias { get; } = inputBias;

    /// <summary>The biases beside U.</summary>
    public Span<T> PastBias { get; } = pastBias;
}
