using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NeuralNets.Scratch.Perceptrons;

/// <summary>Losses and their slopes, for a piece of the samples. The sums are over samples; who calls divides.</summary>
internal static class Losses
{
    /// <summary>The number by which the sums of a loss are divided to give its mean.</summary>
    public static int Divisor(Loss loss, int samples, int outputs) => loss == Loss.CrossEntropy ? samples : samples * outputs;

    /// <summary>Turns outputs into the derivatives of the loss by them.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="outputs">The rows of outputs; afterwards the derivatives of the summed loss by them.</param>
    /// <param name="targets">The rows of targets.</param>
    /// <param name="stride">Vectors from one row of targets to the next.</param>
    /// <param name="width">Length of a row of outputs, in vectors.</param>
    /// <param name="samples">Number of samples; beyond them a row is filled up.</param>
    /// <returns>The loss, summed.</returns>
    public static double Sum<T>(Loss loss, Span<Vector<T>> outputs, ReadOnlySpan<Vector<T>> targets, int stride, int width, int samples)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (loss == Loss.CrossEntropy)
            return CrossEntropy(outputs, MemoryMarshal.Cast<Vector<T>, T>(targets), width, samples);
        var sum = Vector<T>.Zero;
        for (var row = 0; row < outputs.Length / width; row++)
        {
            var errors = outputs.Slice(row * width, width);
            var y = targets.Slice(row * stride, width);
            for (var k = 0; k < width; k++)
                errors[k] -= y[k];
            MemoryMarshal.Cast<Vector<T>, T>(errors)[samples..].Clear();
            sum += loss == Loss.MeanSquaredError ? Squares(errors) : loss == Loss.MeanAbsoluteError ? Sizes(errors) : Bent(loss, errors);
        }

        return double.CreateChecked(Vector.Sum(sum));
    }

    /// <summary>Σ e²; each e becomes 2e.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Vector<T> Squares<T>(Span<Vector<T>> errors)
    {
        var sum = Vector<T>.Zero;
        foreach (ref var e in errors)
        {
            sum = Kernels.MultiplyAdd(e, e, sum);
            e += e;
        }

        return sum;
    }

    /// <summary>Σ |e|; each e becomes its sign.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Vector<T> Sizes<T>(Span<Vector<T>> errors)
    {
        var sum = Vector<T>.Zero;
        foreach (ref var e in errors)
        {
            sum += Vector.Abs(e);
            var below = Vector.ConditionalSelect(Vector.LessThan(e, Vector<T>.Zero), -Vector<T>.One, Vector<T>.Zero);
            e = Vector.ConditionalSelect(Vector.GreaterThan(e, Vector<T>.Zero), Vector<T>.One, below);
        }

        return sum;
    }

    /// <summary>Σ c (e − c/2) with c = e, kept between −δ and δ: e²/2 inside, δ (|e| − δ/2) beyond; each e becomes c.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Vector<T> Bent<T>(Loss loss, Span<Vector<T>> errors)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (bend, scale) = (new Vector<T>(T.CreateChecked(loss.Bend)), new Vector<T>(T.CreateChecked(loss.Scale)));
        var (sum, half) = (Vector<T>.Zero, new Vector<T>(T.CreateChecked(0.5)));
        foreach (ref var e in errors)
        {
            var kept = Vector.Min(Vector.Max(e, -bend), bend);
            sum += kept * (e - (half * kept));
            e = scale * kept;
        }

        return scale * sum;
    }

    /// <summary>−Σ log softmax(outputs)[target]; its slope is softmax(outputs), less 1 at the target.</summary>
    private static double CrossEntropy<T>(Span<Vector<T>> outputs, ReadOnlySpan<T> targets, int width, int samples)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var numbers = MemoryMarshal.Cast<Vector<T>, T>(outputs);
        var lanes = width * Vector<T>.Count;
        var sum = 0.0;
        for (var sample = 0; sample < lanes; sample++)
        {
            if (sample >= samples)
            {
                for (var at = sample; at < numbers.Length; at += lanes)
                    numbers[at] = T.Zero;
                continue;
            }

            var target = (int.CreateChecked(targets[sample]) * lanes) + sample;
            var (largest, right) = (numbers[sample], numbers[target]);
            for (var at = sample; at < numbers.Length; at += lanes)
                largest = T.Max(largest, numbers[at]);
            var powers = T.Zero;
            for (var at = sample; at < numbers.Length; at += lanes)
                powers += numbers[at] = T.Exp(numbers[at] - largest);
            for (var at = sample; at < numbers.Length; at += lanes)
                numbers[at] /= powers;
            numbers[target] -= T.One;
            sum += double.CreateChecked(T.Log(powers) + largest - right);
        }

        return sum;
    }
}
