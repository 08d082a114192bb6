using System.Numerics;
using NeuralNets.Scratch.Perceptrons;

namespace NeuralNets.Scratch.Recurrent;

/// <content>The steps through a piece of the samples, forward and back through time.</content>
public sealed partial class RecurrentLayer<T>
{
    private void Read(int piece, ReadOnlySpan<T> x, Span<T> states, int stored, bool reversed)
    {
        var width = sequences.Width;
        sequences.Inputs(piece, 0)[(inputs * width)..].Clear();
        sequences.Kept(piece, 0).Clear();
        for (var step = 0; step < sequences.Steps; step++)
        {
            var place = reversed ? sequences.Steps - 1 - step : step;
            var source = sequences.Inputs(piece, step);
            sequences.Read(piece, x, sequences.Steps, place, source[..(inputs * width)]);
            var sums = sequences.Sums(piece, step);
            for (var block = 0; block < blocks; block++)
            {
                var (first, count) = ColumnsOf(block);
                Kernels.Combine<T, Plain>(
                    sums.Slice(block * hidden * width, hidden * width), biases.AsSpan(block * hidden, hidden),
                    new(weights.AsSpan((block * hidden * Columns) + first), Columns, 1), new(source[(first * width)..], width, count),
                    width);
            }

            var state = sequences.Inputs(piece, step + 1)[(inputs * width)..];
            cell.Forward(sums, source[(inputs * width)..], sequences.Kept(piece, step), sequences.Kept(piece, step + 1), state);
            if (stored > 1 || step == sequences.Steps - 1)
                sequences.Write(piece, state, states, stored, stored > 1 ? place : 0);
        }
    }

    private void GoBack(int piece, ReadOnlySpan<T> byStates, int stored, Span<T> byInputs, bool reversed)
    {
        var width = sequences.Width;
        var room = pulled.AsSpan();
        var own = room[..(hidden * width)];
        var pulledState = room.Slice(own.Length, own.Length);
        var pulledKept = room.Slice(2 * own.Length, own.Length);
        var through = room.Slice(3 * own.Length, Columns * width);
        var firstRow = byInputs.IsEmpty ? inputs : 0;
        pulledState.Clear();
        pulledKept.Clear();
        for (var step = sequences.Steps - 1; step >= 0; step--)
        {
            var place = reversed ? sequences.Steps - 1 - step : step;
            if (stored > 1 || step == sequences.Steps - 1)
            {
                sequences.Read(piece, byStates, stored, stored > 1 ? place : 0, own);
                for (var k = 0; k < own.Length; k++)
                    pulledState[k] += own[k];
            }

            var source = sequences.Inputs(piece, step);
            var sums = sequences.Sums(piece, step);
            var state = sequences.Inputs(piece, step + 1)[(inputs * width)..];
            cell.PullBack(
                sums, source[(inputs * width)..], sequences.Kept(piece, step), sequences.Kept(piece, step + 1), state, pulledState,
                pulledKept);
            AddSlopes(sums, source, width);
            Kernels.Combine<T, Plain>(
                through[(firstRow * width)..], [], new(weights.AsSpan(firstRow), 1, Columns), new(sums, width, sums.Length / width), width);
            for (var k = 0; k < pulledState.Length; k++)
                pulledState[k] += through[(inputs * width) + k];
            if (!byInputs.IsEmpty)
                sequences.Write(piece, through[..(inputs * width)], byInputs, sequences.Steps, place);
        }
    }

    private void AddSlopes(ReadOnlySpan<Vector<T>> bySums, ReadOnlySpan<Vector<T>> source, int width)
    {
        for (var row = 0; row < biasSlopes.Length; row++)
        {
            foreach (var vector in bySums.Slice(row * width, width))
                biasSlopes[row] += vector;
        }

        for (var block = 0; block < blocks; block++)
        {
            var (first, count) = ColumnsOf(block);
            Products.Add(
                slopes.AsSpan(block * hidden * Columns), bySums.Slice(block * hidden * width, hidden * width),
                source.Slice(first * width, count * width), width);
        }
    }
}
