using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralNets.Networks;

/// <summary>
/// A recurrent layer and a linear layer that reads its memory: at the last step, for a forecast, or at every step, for
/// filling gaps.
/// </summary>
public sealed class RecurrentNetwork : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor?, (Tensor, Tensor)>? layer;
    private readonly LSTM? lstm;
    private readonly Linear readout;
    private readonly bool everyStep;

    /// <summary>Draws the starting values from torch's default generator: build it within <c>Seeds.Build</c>.</summary>
    /// <param name="kind">The recurrence.</param>
    /// <param name="inputs">Numbers in one step of the sequence.</param>
    /// <param name="hidden">Numbers in the memory.</param>
    /// <param name="outputs">Numbers in one prediction.</param>
    /// <param name="everyStep">True to predict at every step instead of only after the last.</param>
    /// <param name="bidirectional">True for a second layer that reads the sequence from its end.</param>
    public RecurrentNetwork(
        Recurrence kind, int inputs, int hidden, int outputs, bool everyStep = false, bool bidirectional = false)
        : base(nameof(RecurrentNetwork))
    {
        this.everyStep = everyStep;
        if (kind == Recurrence.Simple)
            layer = nn.RNN(inputs, hidden, batchFirst: true, bidirectional: bidirectional);
        else if (kind == Recurrence.Gru)
            layer = nn.GRU(inputs, hidden, batchFirst: true, bidirectional: bidirectional);
        else
            lstm = nn.LSTM(inputs, hidden, batchFirst: true, bidirectional: bidirectional);
        readout = nn.Linear(bidirectional ? 2 * hidden : hidden, outputs);
        RegisterComponents();
    }

    /// <summary>Predicts from sequences.</summary>
    /// <param name="input">Shape (samples, steps, inputs).</param>
    /// <returns>Shape (samples, outputs), or (samples, steps, outputs) if it predicts at every step.</returns>
    public override Tensor forward(Tensor input)
    {
        var memory = Memory(input);
        return readout.forward(everyStep ? memory : memory[.., -1]);
    }

    private Tensor Memory(Tensor input) => lstm is null ? layer!.forward(input, null).Item1 : lstm.forward(input).Item1;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            layer?.Dispose();
            lstm?.Dispose();
            readout.Dispose();
        }

        base.Dispose(disposing);
    }
}
