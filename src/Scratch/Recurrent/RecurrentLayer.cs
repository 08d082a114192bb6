using System.Numerics;

namespace NeuralNets.Scratch.Recurrent;

/// <summary>
/// A recurrent layer in plain C#, forward through a batch of sequences and back through time by hand. Weights, states and
/// derivatives are those of torch's layers. A step allocates nothing.
/// </summary>
/// <typeparam name="T">Single or double precision.</typeparam>
/// <remarks>Werbos, "Backpropagation through time: what it does and how to do it", Proceedings of the IEEE 78, 1990.</remarks>
public sealed partial class RecurrentLayer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Cell<T> cell;
    private readonly int inputs;
    private readonly int hidden;
    private readonly int blocks;
    private readonly T[] weights;
    private readonly T[] biases;
    private readonly Vector<T>[] slopes;
    private readonly Vector<T>[] biasSlopes;
    private readonly Sequences<T> sequences;
    private Vector<T>[] pulled = [];
    private bool isKept;

    /// <summary>A layer without weights; each way through it brings them along.</summary>
    /// <param name="cell">What happens at a step.</param>
    /// <param name="inputs">Numbers in one step of a sequence, at least 1.</param>
    /// <param name="hidden">Numbers in the state, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of the two is less than 1.</exception>
    public RecurrentLayer(Cell<T> cell, int inputs, int hidden)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(hidden, 1);
        (this.cell, this.inputs, this.hidden, blocks) = (cell, inputs, hidden, cell.InputBlocks.Length);
        (weights, biases) = (new T[blocks * hidden * Columns], new T[blocks * hidden]);
        (slopes, biasSlopes) = (new Vector<T>[weights.Length], new Vector<T>[biases.Length]);
        sequences = new(Columns, blocks * hidden, cell.Kept * hidden);
    }

    private int Columns => inputs + hidden;

    /// <summary>Reads sequences from their begin, with an empty memory.</summary>
    /// <param name="w">The layer's weights.</param>
    /// <param name="x">The sequences: samples · steps · inputs numbers.</param>
    /// <param name="steps">Steps of each sequence.</param>
    /// <param name="states">Room for the states, samples · steps · hidden numbers, or only for the last ones, samples · hidden.</param>
    /// <param name="reversed">True to read from the end; the states stand where their inputs do.</param>
    /// <param name="keep">True if <see cref="Backward"/> follows.</param>
    /// <exception cref="ArgumentException">The numbers of numbers do not fit.</exception>
    public void Forward(
        RecurrentWeights<T> w, ReadOnlySpan<T> x, int steps, Span<T> states, bool reversed = false, bool keep = true)
    {
        var samples = steps < 1 ? 0 : x.Length / (steps * inputs);
        if (samples < 1 || x.Length != samples * steps * inputs || states.Length % (samples * hidden) != 0)
            throw new ArgumentException(
                $"Found {x.Length} numbers, and room for {states.Length}. "
                + $"Expected samples · {steps} · {inputs}, and room for {hidden} in each sample or step.");
        Pack(w);
        sequences.Prepare(samples, steps, keep);
        isKept = keep;
        var stored = states.Length / (samples * hidden);
        for (var piece = 0; piece < sequences.Pieces; piece++)
            Read(piece, x, states, stored, reversed);
    }

    /// <summary>Goes back the way of the last <see cref="Forward"/>, once.</summary>
    /// <param name="byStates">The derivatives by the states, as many as there was room for.</param>
    /// <param name="byWeights">Room for those by the weights.</param>
    /// <param name="byInputs">Room for those by the inputs; empty if nobody asks.</param>
    /// <param name="reversed">As on the way forward.</param>
    public void Backward(ReadOnlySpan<T> byStates, RecurrentWeights<T> byWeights, Span<T> byInputs = default, bool reversed = false)
    {
        if (!isKept)
            throw new InvalidOperationException("Found no way to go back. Expected Forward before, once for each time.");
        isKept = false;
        slopes.AsSpan().Clear();
        biasSlopes.AsSpan().Clear();
        if (pulled.Length < (Columns + (3 * hidden)) * sequences.Width)
            pulled = new Vector<T>[(Columns + (3 * hidden)) * sequences.Width];
        var stored = byStates.Length / (sequences.Samples * hidden);
        for (var piece = 0; piece < sequences.Pieces; piece++)
            GoBack(piece, byStates, stored, byInputs, reversed);
        Unpack(byWeights);
    }
}
