using System.Numerics;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace NeuralNets.Training;

/// <summary>
/// What K networks of one input, one hidden layer of ReLU units and one output predict, Σ v max(0, w x + b) + c, and its
/// gradient: computed number by number, without the large tensors between the layers that torch would write and read again.
/// </summary>
internal sealed class ReluStack : autograd.SingleTensorFunction<ReluStack>
{
    private const string Inputs = "x";

    public override string Name => nameof(ReluStack);

    /// <summary>The samples as <c>apply</c> takes them; their number is filled up with zeros.</summary>
    public static Vector<float>[] Samples(Tensor x) =>
        Fill(new Vector<float>[((int)x.numel() + Vector<float>.Count - 1) / Vector<float>.Count], Numbers(x));

    /// <summary>From w, b and v of K × units numbers, c of K, all in single precision on the CPU, and the samples, to [K, 1, n].</summary>
    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        var (tensors, x, n) = (vars.OfType<Tensor>().ToList(), (Vector<float>[])vars[4], (int)vars[5]);
        ctx.save_for_backward(tensors);
        ctx.save_data(Inputs, x);
        var (w, b, v, c) = (Numbers(tensors[0]), Numbers(tensors[1]), Numbers(tensors[2]), Numbers(tensors[3]));
        var (yHat, units, sum) = (empty(c.Length, 1, n), w.Length / c.Length, new Vector<float>[x.Length]);
        for (var k = 0; k < c.Length; k++)
        {
            Array.Fill(sum, new Vector<float>(c[k]));
            for (var u = k * units; u < (k + 1) * units; u++)
            {
                var (slope, shift, weight) = (new Vector<float>(w[u]), new Vector<float>(b[u]), new Vector<float>(v[u]));
                for (var i = 0; i < sum.Length; i++)
                    sum[i] += weight * Vector.Max((slope * x[i]) + shift, Vector<float>.Zero);
            }

            MemoryMarshal.Cast<Vector<float>, float>(sum.AsSpan())[..n].CopyTo(Singles(yHat)[(k * n)..]);
        }

        return yHat;
    }

    /// <summary>The gradients of w, b, v and c; the samples have none.</summary>
    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        var (tensors, x) = (ctx.get_saved_variables(), (Vector<float>[])ctx.get_data(Inputs));
        var (w, b, v) = (Numbers(tensors[0]), Numbers(tensors[1]), Numbers(tensors[2]));
        var (dw, db, dv, dc) = (new float[w.Length], new float[w.Length], new float[w.Length], new float[tensors[3].numel()]);
        var (slopes, units, g) = (Numbers(grad_output), w.Length / dc.Length, new Vector<float>[x.Length]);
        for (var k = 0; k < dc.Length; k++)
        {
            Fill(g, slopes.AsSpan(k * slopes.Length / dc.Length, slopes.Length / dc.Length));
            dc[k] = Vector.Sum(g.Aggregate((sum, part) => sum + part));
            for (var u = k * units; u < (k + 1) * units; u++)
            {
                var (sum, sumX) = Passed(g, x, w[u], b[u]);
                (dw[u], db[u], dv[u]) = (v[u] * sumX, v[u] * sum, (w[u] * sumX) + (b[u] * sum));
            }
        }

        float[][] gradients = [dw, db, dv, dc];
        return [.. gradients.Zip(tensors, (numbers, like) => tensor(numbers, like.shape)), null!, null!];
    }

    /// <summary>Σ g and Σ g x over the samples on which the unit is active: all four gradients are made of these two.</summary>
    private static (float Sum, float SumX) Passed(Vector<float>[] g, Vector<float>[] x, float w, float b)
    {
        var (slope, shift, sum, sumX) = (new Vector<float>(w), new Vector<float>(b), Vector<float>.Zero, Vector<float>.Zero);
        for (var i = 0; i < g.Length; i++)
        {
            var active = Vector.GreaterThan((slope * x[i]) + shift, Vector<float>.Zero);
            var passed = Vector.ConditionalSelect(active, g[i], Vector<float>.Zero);
            sum += passed;
            sumX += passed * x[i];
        }

        return (Vector.Sum(sum), Vector.Sum(sumX));
    }

    /// <summary>The numbers, and zeros behind them.</summary>
    private static Vector<float>[] Fill(Vector<float>[] vectors, ReadOnlySpan<float> numbers)
    {
        numbers.CopyTo(MemoryMarshal.Cast<Vector<float>, float>(vectors.AsSpan()));
        return vectors;
    }

    private static float[] Numbers(Tensor tensor)
    {
        using var plain = tensor.contiguous();
        return Singles(plain).ToArray();
    }

    private static Span<float> Singles(Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);
}
