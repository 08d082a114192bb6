extern alias real;

using System.Runtime.CompilerServices;

namespace PageTorch.Tests;

/// <summary>The same numbers as a tensor of a page and as one of libtorch's, and how results are compared.</summary>
internal static class Both
{
    private static readonly Random Chance = new(7);

    [ModuleInitializer]
    internal static void Load() => real::NeuralNets.Torch.Libtorch.Load();

    /// <summary>Numbers within ±3, none so near 0 that a derivative jumps there.</summary>
    public static double[] Numbers(long[] shape)
    {
        lock (Chance)
        {
            return [.. Enumerable.Range(0, (int)shape.Aggregate(1L, (product, size) => product * size))
                .Select(_ => (Chance.NextDouble() + 0.02) * 3 * (Chance.Next(2) == 0 ? -1 : 1))];
        }
    }

    public static Page.Tensor OfPage(double[] numbers, long[] shape, bool isSingle, bool requiresGrad = true) =>
        Page.tensor(numbers, isSingle ? Page.float32 : Page.float64).reshape(shape).detach().requires_grad_(requiresGrad);

    public static Real.Tensor OfReal(double[] numbers, long[] shape, bool isSingle, bool requiresGrad = true) =>
        Real.tensor(numbers, isSingle ? Real.float32 : Real.float64).reshape(shape).detach().requires_grad_(requiresGrad);

    /// <summary>libtorch's name of the way back, as it prints it.</summary>
    public static string? GradientName(Real.Tensor tensor)
    {
        var printed = real::NeuralNets.Torch.PyTorchText.Repr(tensor);
        var start = printed.IndexOf("grad_fn=<", StringComparison.Ordinal);
        return start < 0 ? null : printed[(start + "grad_fn=<".Length)..printed.LastIndexOf('>')];
    }

    /// <summary>Largest difference that counts as none, for numbers of that size.</summary>
    public static double Tolerance(bool isSingle, double number) => (isSingle ? 1e-6 : 1e-12) * Math.Max(1, Math.Abs(number));

    public static void AssertSame(Real.Tensor expected, Page.Tensor found, bool isSingle, string what = "")
    {
        Assert.Equal($"{expected.dtype} [{string.Join(", ", expected.shape)}]", $"{found.dtype} [{string.Join(", ", found.shape)}]");
        var (one, other) = (expected.detach().to(Real.float64).contiguous().data<double>().ToArray(),
            found.detach().to(Page.float64).data<double>().ToArray());
        for (var i = 0; i < one.Length; i++)
        {
            Assert.True(
                one[i].Equals(other[i]) || Math.Abs(one[i] - other[i]) <= Tolerance(isSingle, one[i]),
                $"{what}: number {i} is {other[i]:R}, with libtorch {one[i]:R}");
        }
    }
}
