using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using NeuralNets.Scratch.Recurrent;
using static TorchSharp.torch;

namespace NeuralNets.Networks;

/// <summary>How one direction of a recurrent network is read, between torch's tensors and the plain layer.</summary>
/// <param name="kind">The recurrence.</param>
/// <param name="inputs">Numbers in one step of the sequence.</param>
/// <param name="hidden">Numbers in the memory.</param>
/// <param name="everyStep">True for the states of all steps, false for the last one's.</param>
/// <param name="reversed">True to read from the end.</param>
internal sealed class RecurrentPass(Recurrence kind, int inputs, int hidden, bool everyStep, bool reversed)
{
    /// <summary>Layers that nobody is on the way through, of all networks: their room is used again.</summary>
    private static readonly ConcurrentDictionary<(Recurrence Kind, int Inputs, int Hidden), ConcurrentBag<RecurrentLayer<double>>> Idle =
        [];

    private readonly ConcurrentBag<RecurrentLayer<double>> idle = Idle.GetOrAdd((kind, inputs, hidden), _ => []);

    /// <summary>The states, with no way back.</summary>
    public Tensor Forward(Tensor input, Tensor[] weights)
    {
        var states = Forward(input, weights, keep: false, out var layer);
        idle.Add(layer);
        return states;
    }

    /// <summary>The states, and the layer that knows the way back.</summary>
    public Tensor Forward(Tensor input, Tensor[] weights, out RecurrentLayer<double> layer) =>
        Forward(input, weights, keep: true, out layer);

    /// <summary>The derivatives by the input, null if nobody asks for them, and by the weights.</summary>
    public Tensor[] Backward(RecurrentLayer<double> layer, Tensor byStates, Tensor input, IReadOnlyList<Tensor> weights)
    {
        using var states = byStates.contiguous();
        var byInput = input.requires_grad ? empty(input.shape, ScalarType.Float64) : null;
        Tensor[] byWeights = [.. weights.Select(w => empty(w.shape, ScalarType.Float64))];
        layer.Backward(Numbers(states), Weights(byWeights), byInput is null ? [] : Numbers(byInput), reversed);
        idle.Add(layer);
        return [byInput!, .. byWeights];
    }

    private Tensor Forward(Tensor input, Tensor[] weights, bool keep, out RecurrentLayer<double> layer)
    {
        if (!idle.TryTake(out layer!))
            layer = new(Cell(), inputs, hidden);
        using var x = input.contiguous();
        var (samples, steps) = (input.shape[0], input.shape[1]);
        var states = empty(everyStep ? [samples, steps, hidden] : [samples, hidden], ScalarType.Float64);
        layer.Forward(Weights(weights), Numbers(x), (int)steps, Numbers(states), reversed, keep);
        return states;
    }

    private Cell<double> Cell() => kind switch
    {
        Recurrence.Simple => new SimpleCell<double>(),
        Recurrence.Lstm => new LstmCell<double>(),
        _ => new GruCell<double>(),
    };

    private static RecurrentWeights<double> Weights(Tensor[] four) =>
        new(Numbers(four[0]), Numbers(four[1]), Numbers(four[2]), Numbers(four[3]));

    private static Span<double> Numbers(Tensor tensor) => MemoryMarshal.Cast<byte, double>(tensor.bytes);
}
