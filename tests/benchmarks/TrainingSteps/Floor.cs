using System.Numerics;

namespace TrainingSteps;

/// <summary>The least time that this processor's arithmetic needs for a step.</summary>
internal static class Floor
{
    /// <summary>
    /// Multiply-adds for each hidden unit and sample: its weighted sum and its part of the output; backwards the slopes of its
    /// two weights and its bias, and what comes back to it.
    /// </summary>
    private const int Operations = 6;

    /// <summary>Microseconds that a step's arithmetic takes if nothing else takes any: what is multiplied stays in registers.</summary>
    public static double Microseconds(Case run, double multiplyAddsPerMicrosecond) =>
        (double)Operations * run.Hidden * run.Samples / multiplyAddsPerMicrosecond;

    /// <summary>Single-precision multiply-adds of ten independent sums in registers, the best of twenty tries.</summary>
    public static double MultiplyAddsPerMicrosecond()
    {
        const int Rounds = 1_000_000;
        var fastest = Enumerable.Range(0, 20).Min(_ =>
        {
            var start = Environment.CpuUsage.TotalTime;
            Sums(Rounds);
            return (Environment.CpuUsage.TotalTime - start).TotalMicroseconds;
        });
        return Rounds * 10.0 * Vector<float>.Count / fastest;
    }

    private static float Sums(int rounds)
    {
        var (factor, summand) = (new Vector<float>(0.999f), new Vector<float>(0.001f));
        Vector<float> a = summand, b = a, c = a, d = a, e = a, f = a, g = a, h = a, i = a, j = a;
        for (var round = 0; round < rounds; round++)
        {
            a = Vector.MultiplyAddEstimate(a, factor, summand);
            b = Vector.MultiplyAddEstimate(b, factor, summand);
            c = Vector.MultiplyAddEstimate(c, factor, summand);
            d = Vector.MultiplyAddEstimate(d, factor, summand);
            e = Vector.MultiplyAddEstimate(e, factor, summand);
            f = Vector.MultiplyAddEstimate(f, factor, summand);
            g = Vector.MultiplyAddEstimate(g, factor, summand);
            h = Vector.MultiplyAddEstimate(h, factor, summand);
            i = Vector.MultiplyAddEstimate(i, factor, summand);
            j = Vector.MultiplyAddEstimate(j, factor, summand);
        }

        return Vector.Sum(a + b + c + d + e + f + g + h + i + j);
    }
}
