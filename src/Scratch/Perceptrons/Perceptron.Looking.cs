using System.Numerics;
using System.Runtime.InteropServices;

namespace NeuralNets.Scratch.Perceptrons;

/// <content>What a network gives, and how good it is, without derivatives.</content>
public sealed partial class Perceptron<T>
{
    /// <summary>The outputs for some samples.</summary>
    /// <param name="samples">The samples; their targets are not read.</param>
    /// <param name="outputs">Room for the outputs, sample by sample: n · outputs numbers.</param>
    /// <exception cref="ArgumentException">The samples have another number of features, or the room is too small.</exception>
    public void Predict(Samples<T> samples, Span<T> outputs)
    {
        var width = Prepare(samples);
        for (var begin = 0; begin < samples.Stride; begin += width)
        {
            var piece = Math.Min(width, samples.Stride - begin);
            Forward(samples.From(begin), piece);
            CopyOutputs(begin, piece, samples.Count, outputs);
        }
    }

    /// <summary>The outputs for some samples, sample by sample: n · outputs numbers.</summary>
    /// <param name="samples">The samples; their targets are not read.</param>
    /// <exception cref="ArgumentException">The samples have another number of features.</exception>
    public T[] Predict(Samples<T> samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        var outputs = new T[samples.Count * layers[^1].Units];
        Predict(samples, outputs);
        return outputs;
    }

    /// <summary>Measures the loss, and nothing else.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="loss">What is measured.</param>
    /// <exception cref="ArgumentException">The samples have another number of features or targets than the network.</exception>
    public double Measure(Samples<T> samples, Loss loss)
    {
        ArgumentNullException.ThrowIfNull(samples);
        var width = Prepare(samples, loss);
        var sum = 0.0;
        for (var begin = 0; begin < samples.Stride; begin += width)
        {
            var piece = Math.Min(width, samples.Stride - begin);
            Forward(samples.From(begin), piece);
            sum += MeasurePiece(samples, loss, begin, piece);
        }

        return sum / Losses.Divisor(loss, samples.Count, layers[^1].Units);
    }

    /// <summary>The loss of a piece of the samples, summed; the derivatives by the outputs are left to be pulled back.</summary>
    private double MeasurePiece(Samples<T> samples, Loss loss, int begin, int piece)
    {
        var last = layers[^1].Units;
        var count = Math.Min(samples.Count - (begin * Vector<T>.Count), piece * Vector<T>.Count);
        var outputs = outputSlopes.AsSpan(0, last * piece);
        Activations(units - last, last, piece).CopyTo(outputs);
        return Losses.Sum(loss, outputs, samples.Y[begin..], samples.Stride, piece, Math.Max(count, 0));
    }

    private void CopyOutputs(int begin, int piece, int count, Span<T> outputs)
    {
        var last = layers[^1].Units;
        var (first, lanes) = (begin * Vector<T>.Count, piece * Vector<T>.Count);
        var numbers = MemoryMarshal.Cast<Vector<T>, T>(Activations(units - last, last, piece));
        if (last == 1)
        {
            if (first < count)
                numbers[..Math.Min(count - first, lanes)].CopyTo(outputs[first..]);
            return;
        }

        for (var sample = first; sample < Math.Min(count, first + lanes); sample++)
            for (var output = 0; output < last; output++)
                outputs[(sample * last) + output] = numbers[(output * lanes) + sample - first];
    }
}
