using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralNets.Networks;

/// <summary>
/// A recurrent layer and a linear layer that reads its memory: at the last step, for a forecast, or at every step, for
/// filling gaps.
/// </summary>
/// <remarks>
/// The layer is torch's. On the processor, in double precision, its steps are computed in plain C#, several times faster and to
/// the last few bits the same.
/// </remarks>
public sealed class RecurrentNetwork : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor?, (Tensor, Tensor)>? layer;
    private readonly LSTM? lstm;
    private readonly Linear readout;
    private readonly bool everyStep;
    private readonly RecurrentPass[] passes;

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
        bool[] directions = bidirectional ? [false, true] : [false];
        foreach (var weight in Layer.parameters())
            weight.DetachFromDisposeScope(); // As torch's other layers do: the network outlives the scope that it is built in.
        passes = [.. directions.Select(reversed => new RecurrentPass(kind, inputs, hidden, everyStep || bidirectional, reversed))];
        RegisterComponents();
    }

    /// <summary>Predicts from sequences.</summary>
    /// <param name="input">Shape (samples, steps, inputs).</param>
    /// <returns>Shape (samples, outputs), or (samples, steps, outputs) if it predicts at every step.</returns>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var memory = Memory(input);
        return readout.forward(everyStep || memory.dim() == 2 ? memory : memory[.., -1]);
    }

    private nn.Module Layer => (nn.Module?)lstm ?? layer!;

    private Tensor Memory(Tensor input)
    {
        Tensor[] weights = [.. Layer.parameters()];
        if (input.device_type != DeviceType.CPU || input.dtype != ScalarType.Float64 || weights[0].dtype != ScalarType.Float64)
            return lstm is null ? layer!.forward(input, null).Item1 : lstm.forward(input).Item1;
        Tensor[] states = [.. passes.Zip(weights.Chunk(4), (pass, four) => RecurrentFunction.States(input, four, pass))];
        return states.Length == 1 ? states[0] : cat(states, -1);
    }

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
