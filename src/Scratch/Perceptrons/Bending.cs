using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NeuralNets.Scratch.Perceptrons;

/// <summary>A layer's products together with its activation: there, and back.</summary>
internal static class Bending
{
    /// <summary>The activations of a layer: a(bias + Σ weight · input).</summary>
    /// <param name="activation">The activation a.</param>
    /// <param name="target">The rows to write, one for each unit.</param>
    /// <param name="biases">One for each unit.</param>
    /// <param name="weights">One for each unit and input.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="width">Length of a row, in vectors.</param>
    public static void Forward<T>(
        Activation activation, Span<Vector<T>> target, ReadOnlySpan<T> biases, Weights<T> weights, Rows<T> inputs, int width)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (activation == Activation.Relu)
        {
            Kernels.Combine<T, Relu>(target, biases, weights, inputs, width);
            return;
        }

        Kernels.Combine<T, Plain>(target, biases, weights, inputs, width);
        var numbers = MemoryMarshal.Cast<Vector<T>, T>(target);
        if (activation == Activation.Tanh)
            Elementwise.Tanh(numbers);
        else if (activation == Activation.Sigmoid)
            Elementwise.Sigmoid(numbers);
    }

    /// <summary>The derivatives of the loss by the weighted sums of a layer, from those of the layer behind it.</summary>
    /// <param name="activation">The layer's activation.</param>
    /// <param name="target">What the activation gave; afterwards the derivatives.</param>
    /// <param name="weights">The weights of the layer behind, turned on their side.</param>
    /// <param name="pulled">The derivatives of the loss by the weighted sums of the layer behind.</param>
    /// <param name="width">Length of a row, in vectors.</param>
    public static void Back<T>(Activation activation, Span<Vector<T>> target, Weights<T> weights, Rows<T> pulled, int width)
    {
        switch (activation)
        {
            case Activation.Relu:
                Kernels.Combine<T, ReluSlope>(target, [], weights, pulled, width);
                break;
            case Activation.Tanh:
                Kernels.Combine<T, TanhSlope>(target, [], weights, pulled, width);
                break;
            case Activation.Sigmoid:
                Kernels.Combine<T, SigmoidSlope>(target, [], weights, pulled, width);
                break;
            default:
                Kernels.Combine<T, Plain>(target, [], weights, pulled, width);
                break;
        }
    }

    /// <summary>The derivatives by the weighted sums of the last layer, from those by its outputs.</summary>
    /// <param name="activation">The layer's activation.</param>
    /// <param name="results">What it gave; afterwards the derivatives by the weighted sums.</param>
    /// <param name="slopes">The derivatives of the loss by the results.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Back<T>(Activation activation, Span<Vector<T>> results, ReadOnlySpan<Vector<T>> slopes)
    {
        for (var k = 0; k < slopes.Length; k++)
            results[k] = activation switch
            {
                Activation.Relu => ReluSlope.Of(slopes[k], results[k]),
                Activation.Tanh => TanhSlope.Of(slopes[k], results[k]),
                Activation.Sigmoid => SigmoidSlope.Of(slopes[k], results[k]),
                _ => slopes[k],
            };
    }
}
