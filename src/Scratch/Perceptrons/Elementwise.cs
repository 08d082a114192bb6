using System.Numerics;
using System.Numerics.Tensors;

namespace NeuralNets.Scratch.Perceptrons;

/// <summary>Activations of numbers in a row, in their place.</summary>
internal static class Elementwise
{
    /// <summary>The logistic function, 1 / (1 + e⁻ˣ).</summary>
    public static void Sigmoid<T>(Span<T> numbers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // A browser interprets .NET: one number after the other takes it a fifth of the time that vectors take.
        if (OperatingSystem.IsBrowser())
            foreach (ref var number in numbers)
                number = T.One / (T.One + T.Exp(-number));
        else
            TensorPrimitives.Sigmoid<T>(numbers, numbers);
    }

    /// <summary>The hyperbolic tangent, to a few units in the last place of one.</summary>
    public static void Tanh<T>(Span<T> numbers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (OperatingSystem.IsBrowser())
        {
            foreach (ref var number in numbers)
                number = T.Tanh(number);
            return;
        }

        // tanh x = 2 σ(2x) − 1: the library's own Tanh takes seven times as long as its Sigmoid.
        var two = T.One + T.One;
        TensorPrimitives.Multiply(numbers, two, numbers);
        TensorPrimitives.Sigmoid<T>(numbers, numbers);
        TensorPrimitives.Multiply(numbers, two, numbers);
        TensorPrimitives.Subtract(numbers, T.One, numbers);
    }
}
