using System.Numerics;

namespace NeuralNets.Scratch.Recurrent;

/// <content>Torch's weights as one matrix that reads input and past state together, and the derivatives as torch's weights.</content>
public sealed partial class RecurrentLayer<T>
{
    /// <summary>The rows that a block of sums reads: all, or only the input, or only the past state.</summary>
    private (int First, int Count) ColumnsOf(int block)
    {
        var first = cell.InputBlocks[block] < 0 ? inputs : 0;
        return (first, (cell.PastBlocks[block] < 0 ? inputs : Columns) - first);
    }

    /// <summary>Input and past state become one vector, their weights one matrix, with zeros where a block does not read.</summary>
    private void Pack(RecurrentWeights<T> w)
    {
        weights.AsSpan().Clear();
        for (var row = 0; row < biases.Length; row++)
        {
            var (fromInput, fromPast) = (Row(cell.InputBlocks, row), Row(cell.PastBlocks, row));
            var own = weights.AsSpan(row * Columns, Columns);
            biases[row] = T.Zero;
            if (fromInput >= 0)
            {
                w.Input.Slice(fromInput * inputs, inputs).CopyTo(own);
                biases[row] += w.InputBias[fromInput];
            }

            if (fromPast >= 0)
            {
                w.Past.Slice(fromPast * hidden, hidden).CopyTo(own[inputs..]);
                biases[row] += w.PastBias[fromPast];
            }
        }
    }

    private void Unpack(RecurrentWeights<T> w)
    {
        for (var row = 0; row < biases.Length; row++)
        {
            var (fromInput, fromPast) = (Row(cell.InputBlocks, row), Row(cell.PastBlocks, row));
            var (first, count) = ColumnsOf(row / hidden);
            var at = slopes.AsSpan(((row / hidden * hidden * Columns) + (row % hidden * count)), count);
            if (fromInput >= 0)
            {
                Sum(at[..inputs], w.Input.Slice(fromInput * inputs, inputs));
                w.InputBias[fromInput] = Vector.Sum(biasSlopes[row]);
            }

            if (fromPast >= 0)
            {
                Sum(at[(inputs - first)..], w.Past.Slice(fromPast * hidden, hidden));
                w.PastBias[fromPast] = Vector.Sum(biasSlopes[row]);
            }
        }
    }

    /// <summary>The row of torch's matrix from which a row of sums is made; negative for none.</summary>
    private int Row(ReadOnlySpan<int> from, int row) => from[row / hidden] < 0 ? -1 : (from[row / hidden] * hidden) + (row % hidden);

    private static void Sum(ReadOnlySpan<Vector<T>> vectors, Span<T> sums)
    {
        for (var k = 0; k < sums.Length; k++)
            sums[k] = Vector.Sum(vectors[k]);
    }
}
