namespace NeuralNets.Torch;

/// <summary>Sizes as Python writes a tuple.</summary>
internal static class PythonTuple
{
    /// <summary><c>()</c>, <c>(3,)</c>, <c>(3, 2)</c>.</summary>
    public static string Of(IReadOnlyCollection<long> sizes) =>
        sizes.Count == 1 ? $"({sizes.First()},)" : $"({string.Join(", ", sizes)})";
}
