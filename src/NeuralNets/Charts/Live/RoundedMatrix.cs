namespace NeuralNets.Charts;

/// <summary>A matrix, written row by row with five significant digits.</summary>
internal sealed record RoundedMatrix(double[,] Values)
{
    /// <summary>Its rows.</summary>
    public IEnumerable<RoundedNumbers> Rows => Enumerable.Range(0, Values.GetLength(0))
        .Select(row => new RoundedNumbers([.. Enumerable.Range(0, Values.GetLength(1)).Select(column => Values[row, column])], -1));
}
