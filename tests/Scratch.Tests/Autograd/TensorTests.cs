using static TorchSharp.torch;
using Tensor = NeuralNets.Scratch.Autograd.Tensor;
using Torch = TorchSharp.torch.Tensor;

namespace Scratch.Tests.Autograd;

/// <summary>Every operation, against torch's and against finite differences.</summary>
public class TensorTests
{
    private static readonly long[] Square = [3, 4];

    private static readonly Dictionary<string, Operation> Operations = new()
    {
        ["a + b"] = new((a, b) => a + b, (a, b) => a + b),
        ["a - b"] = new((a, b) => a - b, (a, b) => a - b),
        ["a * b"] = new((a, b) => a * b, (a, b) => a * b),
        ["a / b"] = new((a, b) => a / b, (a, b) => a / b),
        ["-a"] = new((a, b) => -a, (a, b) => -a),
        ["a * a + a"] = new((a, b) => (a * a) + a, (a, b) => (a * a) + a),
        ["2 * a - 1"] = new((a, b) => (2 * a) - 1, (a, b) => (2 * a) - 1),
        ["pow"] = new((a, b) => a.pow(3), (a, b) => a.pow(3)),
        ["abs"] = new((a, b) => a.abs(), (a, b) => a.abs()),
        ["exp"] = new((a, b) => a.exp(), (a, b) => a.exp()),
        ["log"] = new((a, b) => b.log(), (a, b) => b.log()),
        ["sin"] = new((a, b) => a.sin(), (a, b) => a.sin()),
        ["relu"] = new((a, b) => a.relu(), (a, b) => a.relu()),
        ["tanh"] = new((a, b) => a.tanh(), (a, b) => a.tanh()),
        ["sigmoid"] = new((a, b) => a.sigmoid(), (a, b) => a.sigmoid()),
        ["softmax over columns"] = new((a, b) => a.softmax(1), (a, b) => a.softmax(1)),
        ["softmax over rows"] = new((a, b) => a.softmax(-2), (a, b) => a.softmax(-2)),
        ["sum"] = new((a, b) => a.sum() * a, (a, b) => a.sum() * a),
        ["sum over rows"] = new((a, b) => a.sum(0), (a, b) => a.sum([0L])),
        ["sum over columns, kept"] = new((a, b) => a / a.sum(-1, keepdim: true), (a, b) => a / a.sum(-1, keepdim: true)),
        ["mean"] = new((a, b) => a.mean() * a, (a, b) => a.mean() * a),
        ["reshape"] = new((a, b) => a.reshape(2, -1), (a, b) => a.reshape(2, -1)),
        ["t"] = new((a, b) => a.t(), (a, b) => a.t()),
        ["matmul"] = new((a, b) => a.matmul(b.t()), (a, b) => a.matmul(b.t())),
        ["a layer"] = new((a, b) => (a.matmul(b.t()) + b.sum(1)).tanh(), (a, b) => (a.matmul(b.t()) + b.sum(1)).tanh()),
    };

    public static TheoryData<string> Names => [.. Operations.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_operation_and_its_derivatives_are_torchs(string name)
    {
        var (a, b, result) = Apply(name);
        var (torchA, torchB) = (TorchOf(a), TorchOf(b));
        using var expected = Operations[name].Torch(torchA, torchB);
        Weighted(expected).backward();
        Assert.Equal(expected.shape, result.shape);
        AssertClose(expected.data<double>().ToArray(), result.data);
        AssertClose(torchA.grad?.data<double>().ToArray() ?? new double[12], a.grad?.data ?? new double[12]);
        AssertClose(torchB.grad?.data<double>().ToArray() ?? new double[12], b.grad?.data ?? new double[12]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_derivatives_are_those_of_finite_differences(string name)
    {
        var (a, b, _) = Apply(name);
        foreach (var leaf in new[] { a, b })
        {
            for (var i = 0; i < leaf.data.Length; i++)
            {
                const double H = 1e-6;
                var value = leaf.data[i];
                leaf.data[i] = value + H;
                var above = Weighted(Operations[name].Own(a, b)).item();
                leaf.data[i] = value - H;
                var below = Weighted(Operations[name].Own(a, b)).item();
                leaf.data[i] = value;
                Assert.Equal((above - below) / (2 * H), leaf.grad?.data[i] ?? 0, 1e-6);
            }
        }
    }

    [Theory]
    [InlineData(new long[] { 3, 4 }, new long[] { 4 })]
    [InlineData(new long[] { 3, 4 }, new long[] { 3, 1 })]
    [InlineData(new long[] { 1, 4 }, new long[] { 3, 1 })]
    [InlineData(new long[] { 2, 1, 3 }, new long[] { 4, 1 })]
    [InlineData(new long[] { 5 }, new long[] { })]
    public void Shapes_broadcast_as_in_torch_and_derivatives_add_up_over_what_was_stretched(long[] left, long[] right)
    {
        var (a, b) = (Numbers(left, 1), Numbers(right, 2));
        var result = a * b;
        Weighted(result).backward();
        var (torchA, torchB) = (TorchOf(a), TorchOf(b));
        using var expected = torchA * torchB;
        Weighted(expected).backward();
        Assert.Equal(expected.shape, result.shape);
        AssertClose(expected.data<double>().ToArray(), result.data);
        AssertClose(torchA.grad!.data<double>().ToArray(), a.grad!.data);
        AssertClose(torchB.grad!.data<double>().ToArray(), b.grad!.data);
    }

    [Fact]
    public void Derivatives_of_leaves_add_up_over_calls_until_they_are_cleared()
    {
        var a = new Tensor([3], 1) { requires_grad = true };
        var square = (a * a).sum();
        square.backward();
        square.backward();
        Assert.Equal(12, a.grad!.item());
        a.grad = null;
        (a * a).sum().backward();
        Assert.Equal(6, a.grad!.item());
    }

    [Fact]
    public void Nothing_flows_into_what_wants_no_gradient_or_was_detached()
    {
        var (a, b) = (new Tensor([3], 1) { requires_grad = true }, new Tensor([2], 1));
        (a.detach() * b * a).sum().backward();
        Assert.Null(b.grad);
        Assert.Equal(6, a.grad!.item());
    }

    [Fact]
    public void A_computation_of_a_hundred_thousand_steps_is_walked_without_a_stack()
    {
        var a = new Tensor([1]) { requires_grad = true };
        var sum = a;
        for (var i = 0; i < 100_000; i++)
            sum += a;
        sum.backward();
        Assert.Equal(100_001, a.grad!.item());
    }

    [Fact]
    public void Errors_say_what_was_found_and_what_was_expected()
    {
        var matrix = new Tensor(new double[6], 2, 3);
        AssertSays("Found 5 numbers. Expected 6 for shape [2, 3].", () => new Tensor(new double[5], 2, 3));
        AssertSays(
            "Found sizes 3 and 2 in dimension -1. Expected sizes that are equal or 1, from the last on.",
            () => matrix + new Tensor(new double[2], 2));
        AssertSays("Found shapes [2, 3] and [2, 3]. Expected as many columns as the other has rows.", () => matrix.matmul(matrix));
        AssertSays("Found shape [2]. Expected two dimensions for t.", () => new Tensor(new double[2], 2).t());
        Assert.StartsWith(
            "Found shape [2, 3].", Assert.Throws<InvalidOperationException>(() => matrix.item()).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => matrix.sum().backward());
    }

    private static void AssertSays(string message, Func<object> call) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(call).Message, StringComparison.Ordinal);

    private static (Tensor A, Tensor B, Tensor Result) Apply(string name)
    {
        var (a, b) = (Numbers(Square, 1), Numbers(Square, 2));
        for (var i = 0; i < b.data.Length; i++)
            b.data[i] = Math.Abs(b.data[i]) + 0.5; // A divisor, and what a logarithm is taken of.
        var result = Operations[name].Own(a, b);
        Weighted(result).backward();
        return (a, b, result);
    }

    private static Tensor Numbers(long[] shape, int seed)
    {
        var random = new Random(seed);
        double[] numbers = [.. Enumerable.Range(0, (int)shape.Aggregate(1L, (p, s) => p * s)).Select(_ => (2 * random.NextDouble()) - 1)];
        return new(numbers, shape) { requires_grad = true };
    }

    private static Torch TorchOf(Tensor t) => tensor(t.data, t.shape, requires_grad: true);

    // Not the plain sum, whose derivatives would be the same for every number.
    private static Tensor Weighted(Tensor result) => (result * new Tensor(Weights(result.data.Length), result.shape)).sum();

    private static Torch Weighted(Torch result) => (result * tensor(Weights((int)result.numel()), result.shape)).sum();

    private static double[] Weights(int count) => [.. Enumerable.Range(1, count).Select(i => Math.Sin(i) + 2)];

    private static void AssertClose(double[] expected, double[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    private sealed record Operation(Func<Tensor, Tensor, Tensor> Own, Func<Torch, Torch, Torch> Torch);
}
