namespace NeuralNets.Scratch.Perceptrons;

/// <summary>A table of weights, read as it stands or turned on its side.</summary>
/// <param name="numbers">The weights.</param>
/// <param name="down">Steps from a weight to that of the next row that is written.</param>
/// <param name="across">Steps from a weight to that of the next row that is read.</param>
internal readonly ref struct Weights<T>(ReadOnlySpan<T> numbers, int down, int across)
{
    public readonly ReadOnlySpan<T> Numbers = numbers;
    public readonly int Down = down;
    public readonly int Across = across;

    /// <summary>The weights of a row that is written, and of those after it.</summary>
    public Weights<T> From(int row) => new(Numbers[(row * Down)..], Down, Across);
}
