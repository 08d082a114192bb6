using System.Collections;

namespace NeuralNets.Charts;

/// <summary>A matrix as the sequence of its rows, written with four significant digits.</summary>
internal sealed record RoundedMatrix(double[,] Values) : IEnumerable<RoundedNumbers>
{
    public IEnumerator<RoundedNumbers> GetEnumerator() => Enumerable.Range(0, Values.GetLength(0))
        .Select(row => new RoundedNumbers([.. Enumerable.Range(0, Values.GetLength(1)).Select(column => Values[row, column])], -1))
        .GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
