using System.Numerics;

namespace NeuralNets.Scratch.Perceptrons;

/// <content>The two passes through the layers, for a piece of the samples.</content>
public sealed partial class Perceptron<T>
{
    private Span<Vector<T>> Activations(int firstUnit, int count, int width) => activations.AsSpan(firstUnit * width, count * width);

    private void Forward(Rows<T> inputs, int width)
    {
        ReadOnlySpan<T> rest = Parameters;
        var unit = 0;
        foreach (var layer in layers)
        {
            var weights = rest[..(layer.Inputs * layer.Units)];
            var outputs = Activations(unit, layer.Units, width);
            Bending.Forward(
                layer.Activation, outputs, rest.Slice(weights.Length, layer.Units), new(weights, layer.Inputs, 1), inputs, width);
            inputs = new(outputs, width, layer.Units);
            rest = rest[layer.ParameterCount..];
            unit += layer.Units;
        }
    }

    /// <summary>
    /// From the derivatives by the outputs, layer by layer, to those by all weights and biases. A layer's activations, which
    /// nobody needs any more, make room for the derivatives by its weighted sums.
    /// </summary>
    private void PullBack(Rows<T> samples, int width)
    {
        var (end, unit) = (ParameterCount, units - layers[^1].Units);
        var pulled = Activations(unit, layers[^1].Units, width);
        Bending.Back(layers[^1].Activation, pulled, outputSlopes.AsSpan(0, pulled.Length));
        for (var l = layers.Length - 1; l >= 0; l--)
        {
            var layer = layers[l];
            end -= layer.ParameterCount;
            unit -= l == 0 ? 0 : layer.Inputs;
            var before = Activations(unit, l == 0 ? 0 : layer.Inputs, width);
            var inputs = l == 0 ? samples : new Rows<T>(before, width, layer.Inputs);
            var own = slopes.AsSpan(end, layer.ParameterCount);
            Kernels.AddProducts(own[..(layer.Inputs * layer.Units)], own[(layer.Inputs * layer.Units)..], pulled, inputs, width);
            if (l == 0)
                return;
            var weights = new Weights<T>(Parameters.Slice(end, layer.Inputs * layer.Units), 1, layer.Inputs);
            Bending.Back(layers[l - 1].Activation, before, weights, new Rows<T>(pulled, width, layer.Units), width);
            pulled = before;
        }
    }
}
