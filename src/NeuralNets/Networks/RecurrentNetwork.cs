using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralNets.Networks;

/// <summary>
/// A recurrent layer and a linear layer that reads its memory: at the last step, for a forecast, or at every step, for
/// filling gaps.
/// </summary>
public sealed class RecurrentNetwork : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor?, (Tensor, Tensor)>? _layer;
    private readonly LSTM? _lstm;
    private readonly Linear _readout;
    private readonly bool _everyStep;

    /// <summary>Draws the starting values from torch's default generator: build it within <c>Seeds.Build</c>.</summary>
    /// <param name="kind">Which recurrence.</param>
    /// <param name="inputs">Numbers in one step of the sequence.</param>
    /// <param name="hidden">Numbers in the memory.</param>
    /// <param name="outputs">Numbers in one prediction.</param>
    /// <param name="everyStep">Whether to predict at every step instead of only after the last.</param>
    /// <param name="bidirectional">Whether a second layer reads the sequence from its end.</param>
    public RecurrentNetwork(
        Recurrence kind, int inputs, int hidden, int outputs, bool everyStep = false, bool bidirectional = false)
        : base(nameof(RecurrentNetwork))
    {
        _everyStep = everyStep;
        if (kind == Recurrence.Simple)
            _layer = nn.RNN(inputs, hidden, batchFirst: true, bidirectional: bidirectional);
        else if (kind == Recurrence.Gru)
            _layer = nn.GRU(inputs, hidden, batchFirst: true, bidirectional: bidirectional);
        else
            _lstm = nn.LSTM(inputs, hidden, batchFirst: true, bidirectional: bidirectional);
        _readout = nn.Linear(bidirectional ? 2 * hidden : hidden, outputs);
        RegisterComponents();
    }

    /// <summary>Predicts from sequences.</summary>
    /// <param name="input">Shape (samples, steps, inputs).</param>
    /// <returns>Shape (samples, outputs), or (samples, steps, outputs) if it predicts at every step.</returns>
    public override Tensor forward(Tensor input)
    {
        var memory = Memory(input);
        return _readout.forward(_everyStep ? memory : memory[.., -1]);
    }

    private Tensor Memory(Tensor input) => _lstm is null ? _layer!.forward(input, null).Item1 : _lstm.forward(input).Item1;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _layer?.Dispose();
            _lstm?.Dispose();
            _readout.Dispose();
        }

        base.Dispose(disposing);
    }
}
