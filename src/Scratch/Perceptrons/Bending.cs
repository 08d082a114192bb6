using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NeuralNets.Scratch.Perceptrons;

/// <summary>Activation functions and their slopes, for many numbers at once.</summary>
internal static class Bending
{
    /// <summary>Each weighted sum z becomes a(z).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply<T>(Activation activation, Span<Vector<T>> sums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var numbers = MemoryMarshal.Cast<Vector<T>, T>(sums);
        switch (activation)
        {
            case Activation.Relu:
                for (var k = 0; k < sums.Length; k++)
                    sums[k] = Vector.Max(sums[k], Vector<T>.Zero);
                break;
            case Activation.Tanh:
                TensorPrimitives.Tanh<T>(numbers, numbers);
                break;
            case Activation.Sigmoid:
                TensorPrimitives.Sigmoid<T>(numbers, numbers);
                break;
            default:
                break;
        }
    }

    /// <summary>Multiplies what comes back by the slope of the activation, which its result a knows: that of tanh is 1 − a².</summary>
    /// <param name="activation">The activation.</param>
    /// <param name="results">What it gave.</param>
    /// <param name="pulled">The derivatives of the loss by the results; afterwards those by the weighted sums.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void PullBack<T>(Activation activation, ReadOnlySpan<Vector<T>> results, Span<Vector<T>> pulled)
    {
        var a = results[..pulled.Length];
        switch (activation)
        {
            case Activation.Relu:
                for (var k = 0; k < pulled.Length; k++)
                    pulled[k] = Vector.ConditionalSelect(Vector.GreaterThan(a[k], Vector<T>.Zero), pulled[k], Vector<T>.Zero);
                break;
            case Activation.Tanh:
                for (var k = 0; k < pulled.Length; k++)
                    pulled[k] *= Vector<T>.One - (a[k] * a[k]);
                break;
            case Activation.Sigmoid:
                for (var k = 0; k < pulled.Length; k++)
                    pulled[k] *= a[k] * (Vector<T>.One - a[k]);
                break;
            default:
                break;
        }
    }
}
