using System.Numerics;
using System.Runtime.InteropServices;

namespace NeuralNets.Scratch.Recurrent;

/// <summary>
/// What a layer has met on its way through a batch of sequences, and needs on the way back. Samples are worked on in pieces
/// that stay near the processor; a piece that need not be kept is overwritten by the next.
/// </summary>
/// <param name="inputRows">Rows that a step reads: the inputs and the state before.</param>
/// <param name="sumRows">Rows of weighted sums.</param>
/// <param name="keptRows">Rows that are handed from step to step beside the state.</param>
internal sealed class Sequences<T>(int inputRows, int sumRows, int keptRows)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int MostAtOnce = 8;

    private Vector<T>[] inputs = [];
    private Vector<T>[] sums = [];
    private Vector<T>[] kept = [];
    private bool keepsAll;

    public int Samples { get; private set; }

    public int Steps { get; private set; }

    /// <summary>Vectors in a row of a piece: an even number.</summary>
    public int Width { get; private set; }

    public int Pieces { get; private set; }

    /// <summary>Makes room for a batch; room that there is is used again.</summary>
    public void Prepare(int samples, int steps, bool keepsAll)
    {
        (Samples, Steps, this.keepsAll) = (samples, steps, keepsAll);
        var pairs = (samples + (2 * Vector<T>.Count) - 1) / (2 * Vector<T>.Count);
        Pieces = Math.Max(1, ((2 * pairs) + MostAtOnce - 1) / MostAtOnce);
        Width = 2 * ((pairs + Pieces - 1) / Pieces);
        var stored = keepsAll ? Pieces : 1;
        Grow(ref inputs, stored * (steps + 1) * inputRows * Width);
        Grow(ref sums, stored * steps * sumRows * Width);
        Grow(ref kept, stored * (steps + 1) * keptRows * Width);
    }

    /// <summary>What a step reads: the input, and below it the state before. After the last comes one more, for the last state.</summary>
    public Span<Vector<T>> Inputs(int piece, int step) => Part(inputs, piece, step, Steps + 1, inputRows);

    public Span<Vector<T>> Sums(int piece, int step) => Part(sums, piece, step, Steps, sumRows);

    /// <summary>What was kept before a step.</summary>
    public Span<Vector<T>> Kept(int piece, int step) => Part(kept, piece, step, Steps + 1, keptRows);

    /// <summary>Copies one step of a table [samples, steps, columns] into rows; what fills them up is zero.</summary>
    public void Read(int piece, ReadOnlySpan<T> table, int steps, int step, Span<Vector<T>> rows)
    {
        var (from, count) = SamplesOf(piece);
        var numbers = MemoryMarshal.Cast<Vector<T>, T>(rows);
        var lanes = Width * Vector<T>.Count;
        var columns = numbers.Length / lanes;
        if (count < lanes)
            numbers.Clear();
        for (var sample = 0; sample < count; sample++)
        {
            var row = table.Slice((((from + sample) * steps) + step) * columns, columns);
            for (var column = 0; column < columns; column++)
                numbers[(column * lanes) + sample] = row[column];
        }
    }

    /// <summary>Copies rows into one step of a table.</summary>
    public void Write(int piece, ReadOnlySpan<Vector<T>> rows, Span<T> table, int steps, int step)
    {
        var (from, count) = SamplesOf(piece);
        var numbers = MemoryMarshal.Cast<Vector<T>, T>(rows);
        var lanes = Width * Vector<T>.Count;
        var columns = numbers.Length / lanes;
        for (var sample = 0; sample < count; sample++)
        {
            var row = table.Slice((((from + sample) * steps) + step) * columns, columns);
            for (var column = 0; column < columns; column++)
                row[column] = numbers[(column * lanes) + sample];
        }
    }

    private static void Grow(ref Vector<T>[] room, int length)
    {
        if (room.Length < length)
            room = new Vector<T>[length];
    }

    private (int From, int Count) SamplesOf(int piece)
    {
        var lanes = Width * Vector<T>.Count;
        return (piece * lanes, Math.Min(Samples - (piece * lanes), lanes));
    }

    private Span<Vector<T>> Part(Vector<T>[] all, int piece, int step, int steps, int rowsOfStep)
    {
        var size = rowsOfStep * Width;
        return all.AsSpan((((keepsAll ? piece : 0) * steps) + step) * size, size);
    }
}
