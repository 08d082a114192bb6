using System.Numerics;

namespace NeuralNets.Scratch.Perceptrons;

/// <content>The two passes through the layers, for a piece of the samples.</content>
public sealed partial class Perceptron<T>
{
    private Span<Vector<T>> Activations(int firstUnit, int count, int width) => activations.AsSpan(firstUnit * width, count * width);

    private Span<Vector<T>> Pulled(int firstUnit, int count, int width) => pulled.AsSpan(firstUnit * width, count * width);

    private void Forward(ReadOnlySpan<Vector<T>> x, int stride, int width)
    {
        var inputs = x;
        ReadOnlySpan<T> rest = Parameters;
        var unit = 0;
        foreach (var layer in layers)
        {
            var weights = rest[..(layer.Inputs * layer.Units)];
            var biases = rest.Slice(weights.Length, layer.Units);
            var outputs = Activations(unit, layer.Units, width);
            Kernels.Combine(outputs, biases, weights, layer.Inputs, 1, inputs, stride, layer.Units, layer.Inputs, width);
            Bending.Apply(layer.Activation, outputs);
            inputs = outputs;
            rest = rest[layer.ParameterCount..];
            (stride, unit) = (width, unit + layer.Units);
        }
    }

    /// <summary>From the derivatives by the outputs, layer by layer, to those by all weights and biases.</summary>
    private void PullBack(ReadOnlySpan<Vector<T>> x, int stride, int width)
    {
        var (end, unit) = (ParameterCount, units);
        for (var l = layers.Length - 1; l >= 0; l--)
        {
            var layer = layers[l];
            var before = l == 0 ? 0 : layers[l - 1].Units;
            unit -= layer.Units;
            end -= layer.ParameterCount;
            var own = slopes.AsSpan(end, layer.ParameterCount);
            var pulledSums = Pulled(unit, layer.Units, width);
            Bending.PullBack(layer.Activation, Activations(unit, layer.Units, width), pulledSums);
            var inputs = l == 0 ? x : Activations(unit - before, before, width);
            var inputStride = l == 0 ? stride : width;
            Kernels.AddProducts(own, pulledSums, inputs, inputStride, layer.Units, layer.Inputs, width);
            Kernels.AddRows(own[(layer.Inputs * layer.Units)..], pulledSums, width);
            if (l > 0)
            {
                var weights = Parameters.Slice(end, layer.Inputs * layer.Units);
                var inputSlopes = Pulled(unit - before, before, width);
                Kernels.Combine(inputSlopes, [], weights, 1, layer.Inputs, pulledSums, width, before, layer.Units, width);
            }
        }
    }
}
