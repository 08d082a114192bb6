using NeuralNets.Data;

namespace NeuralNets.Page.Playground;

/// <summary>Ready-made problems. What is held out is drawn in the same way, from the next seed.</summary>
internal static class Problems
{
    /// <summary>Draws a problem.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="noise">Standard deviation of the noise: in y, or with classes in both coordinates.</param>
    /// <param name="count">Points to learn from, and as many held out: at least 2.</param>
    /// <param name="seed">From 0 to 2³¹ − 2; the same seed gives the same points.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is outside its range.</exception>
    public static Problem Draw(ProblemKind kind, double noise, int count, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        ArgumentOutOfRangeException.ThrowIfNegative(noise);
        ArgumentOutOfRangeException.ThrowIfNegative(seed);
        ArgumentOutOfRangeException.ThrowIfEqual(seed, int.MaxValue);
        return kind switch
        {
            ProblemKind.Parabola => Of(draw: next => Curve(Sample.Draw(count, noise, next)), Sample.Curve),
            ProblemKind.Sine => Of(next => Curve(Sine(Sample.Draw(count, noise, next))), Wave),
            ProblemKind.Moons => Of(next => Plane(Moon, noise, count, next)),
            ProblemKind.Spiral => Of(next => Plane(Arm, noise, count, next)),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such problem."),
        };

        Problem Of(Func<int, double[]> draw, Func<double, double>? truth = null) => new(truth is null, draw(seed), draw(seed + 1), truth);
    }

    private static double Wave(double x) => Math.Sin(2 * Math.PI * x);

    /// <summary>The same x and the same noise around a sine.</summary>
    private static Sample Sine(Sample sample)
    {
        var wave = Array.ConvertAll(sample.X, Wave);
        return sample with { Y = [.. wave.Zip(sample.Noise, (y, noise) => y + noise)], YTrue = wave };
    }

    private static double[] Curve(Sample sample) => [.. sample.X.Zip(sample.Y).SelectMany(point => new[] { point.First, point.Second })];

    /// <summary>Points of two classes, in turn: first the place of each on its curve, from 0 to 1, then the noise.</summary>
    private static double[] Plane(Func<double, int, (double X, double Y)> curve, double noise, int count, int seed)
    {
        var random = new NumPyRandom(seed);
        var places = random.Rand(count);
        var shifts = random.Randn(2 * count);
        var points = new double[3 * count];
        for (var i = 0; i < count; i++)
        {
            var (x, y) = curve(places[i], i % 2);
            points[3 * i] = x + (noise * shifts[2 * i]);
            points[(3 * i) + 1] = y + (noise * shifts[(2 * i) + 1]);
            points[(3 * i) + 2] = i % 2;
        }

        return points;
    }

    /// <summary>Two half circles that reach into each other, around 0.</summary>
    private static (double X, double Y) Moon(double place, int side)
    {
        var (sin, cos) = Math.SinCos(Math.PI * place);
        return side == 0 ? (cos - 0.5, sin - 0.25) : (0.5 - cos, 0.25 - sin);
    }

    /// <summary>Two arms of one and a half turns, from 0 out to 1.</summary>
    private static (double X, double Y) Arm(double place, int side)
    {
        var radius = 0.1 + (0.9 * place);
        var (sin, cos) = Math.SinCos(Math.PI * ((3 * place) + side));
        return (radius * cos, radius * sin);
    }
}
