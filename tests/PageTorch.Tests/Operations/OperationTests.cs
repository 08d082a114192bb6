namespace PageTorch.Tests.Operations;

/// <summary>Every operation, forwards and backwards, against libtorch, on random numbers.</summary>
public class OperationTests
{
    private static readonly long[] Matrix = [4, 3];
    private static readonly long[] Row = [3];
    private static readonly long[] Column = [4, 1];
    private static readonly long[] Cube = [2, 4, 3];
    private static readonly long[] One = [];

    private static Operation[] Unary =>
    [
        new("-x", x => -x[0], [Matrix]), new("x + 2", x => x[0] + 2, [Matrix]), new("2 + x", x => 2 + x[0], [Matrix]),
        new("x + 0.1", x => x[0] + 0.1, [Matrix]), new("x - 0.3", x => x[0] - 0.3, [Matrix]), new("1 - x", x => 1 - x[0], [Matrix]),
        new("0.1 * x", x => 0.1 * x[0], [Matrix]), new("x * 3", x => x[0] * 3, [Matrix]), new("x / 3", x => x[0] / 3, [Matrix]),
        new("x / 0.7", x => x[0] / 0.7, [Matrix]), new("1 / x", x => 1 / x[0], [Matrix]), new("2.5 / x", x => 2.5 / x[0], [Matrix]),
        new("abs", x => x[0].abs(), [Matrix]), new("relu", x => x[0].relu(), [Matrix]), new("exp", x => x[0].exp(), [Matrix]),
        new("log", x => x[0].log(), [Matrix], IsPositive: true), new("sqrt", x => x[0].sqrt(), [Matrix], IsPositive: true),
        new("sin", x => x[0].sin(), [Matrix]), new("cos", x => x[0].cos(), [Matrix]), new("tanh", x => x[0].tanh(), [Matrix]),
        new("sigmoid", x => x[0].sigmoid(), [Matrix]), new("square", x => x[0].square(), [Matrix]),
        new("pow 2", x => x[0].pow(2), [Matrix]), new("pow 3", x => x[0].pow(3), [Matrix]), new("pow 0", x => x[0].pow(0), [Matrix]),
        new("pow 0.5", x => x[0].pow(0.5), [Matrix], IsPositive: true), new("pow -1", x => x[0].pow(-1), [Matrix]),
        new("leaky_relu", x => x[0].leaky_relu(0.1), [Matrix]), new("softmax 0", x => x[0].softmax(0L), [Matrix]),
        new("softmax 1", x => x[0].softmax(1L), [Cube]), new("softmax -1", x => x[0].softmax(-1L), [Cube]),
        new("log_softmax", x => x[0].log_softmax(1L), [Matrix]),
    ];

    private static Operation[] Reductions =>
    [
        new("sum", x => x[0].sum(), [Matrix]), new("sum 0", x => x[0].sum(0L, false), [Matrix]),
        new("sum 1 kept", x => x[0].sum(1L, true), [Cube]), new("mean", x => x[0].mean(), [Matrix]),
        new("mean [1]", x => x[0].mean(new[] { 1L }), [Cube]), new("mean [0, 2] kept", x => x[0].mean(new[] { 0L, 2 }, true), [Cube]),
        new("max", x => x[0].max(), [Matrix]), new("min", x => x[0].min(), [Matrix]), new("max 1", x => x[0].max(1L).Item1, [Cube]),
        new("min 0", x => x[0].min(0L).Item1, [Matrix]), new("amax", x => x[0].amax(1L), [Matrix]), new("norm", x => x[0].norm(), [Matrix]),
        new("norm 1 kept", x => x[0].norm(1, true), [Matrix]), new("1-norm", x => x[0].norm(1f), [Matrix]),
    ];

    private static Operation[] Views =>
    [
        new("t", x => x[0].t(), [Matrix]), new("T", x => x[0].T, [Matrix]), new("transpose", x => x[0].transpose(0, 2), [Cube]),
        new("permute", x => x[0].permute(2, 0, 1), [Cube]), new("reshape", x => x[0].reshape(2, -1), [Matrix]),
        new("t reshape", x => x[0].t().reshape(6, 2), [Matrix]), new("flatten", x => x[0].flatten(), [Cube]),
        new("flatten 1", x => x[0].flatten(1L), [Cube]), new("view", x => x[0].view(12), [Matrix]),
        new("squeeze", x => x[0].squeeze(1L), [Column]), new("squeeze all", x => x[0].squeeze(), [Column]),
        new("unsqueeze", x => x[0].unsqueeze(1), [Matrix]), new("unsqueeze -1", x => x[0].unsqueeze(-1), [Row]),
        new("expand", x => x[0].expand(4, 5), [Column]), new("expand more", x => x[0].expand(2, 4, 3), [Row]),
        new("narrow", x => x[0].narrow(0, 1, 2), [Matrix]), new("slice", x => x[0].slice(0, 0, 4, 2), [Matrix]),
        new("select", x => x[0].select(1, 2), [Matrix]), new("[1]", x => x[0][1], [Matrix]), new("[1, 2]", x => x[0][1, 2], [Matrix]),
        new("unbind", x => x[0].unbind()[2], [Matrix]), new("clone", x => x[0].clone(), [Matrix]),
        new("contiguous", x => x[0].t().contiguous(), [Matrix]), new("unflatten", x => x[0].unflatten(0, 2, 2), [Matrix]),
        new("row of turned", x => x[0].t()[1] * x[0].t()[1], [Matrix]),
    ];

    private static Operation[] Binary =>
    [
        .. new (string Name, Func<dynamic, dynamic, dynamic> Of)[]
        {
            ("+", (a, b) => a + b), ("-", (a, b) => a - b), ("*", (a, b) => a * b), ("/", (a, b) => a / b),
            ("maximum", (a, b) => a.maximum(b)), ("minimum", (a, b) => a.minimum(b)),
        }.SelectMany(one => new long[][][] { [Matrix, Matrix], [Matrix, Row], [Column, Row], [Matrix, One], [One, Cube], [Column, Cube] }
            .Select(shapes => new Operation($"{one.Name} of {Text(shapes)}", x => one.Of(x[0], x[1]), shapes))),
        new("pow", x => x[0].pow(x[1]), [Matrix, Row], IsPositive: true),
        new("mm", x => x[0].mm(x[1]), [Matrix, [3, 5]]), new("mm turned", x => x[0].t().mm(x[1]), [Matrix, [4, 2]]),
        new("matmul", x => x[0].matmul(x[1].t()), [Matrix, [5, 3]]), new("mv", x => x[0].matmul(x[1]), [Matrix, Row]),
        new("vm", x => x[0].matmul(x[1]), [[4], Matrix]), new("dot", x => x[0].dot(x[1]), [Row, Row]),
        new("x·x", x => (x[0] * x[0]).sum() + x[0].sum() * x[1].sum(), [Matrix, Row]),
        new("chain", x => ((x[0] * x[1]).tanh() / (x[1] * x[1] + 1)).sigmoid().mean(), [Matrix, Row]),
    ];

    public static TheoryData<Operation, bool> All => [.. new[] { true, false }.SelectMany(isSingle =>
        Unary.Concat(Reductions).Concat(Views).Concat(Binary).Select(one => new TheoryDataRow<Operation, bool>(one, isSingle)))];

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(All))]
    public void An_operation_gives_what_libtorch_gives_and_so_do_its_derivatives(Operation operation, bool isSingle)
    {
        var numbers = operation.Shapes.Select(shape => Both.Numbers(shape)).ToArray();
        if (operation.IsPositive)
            numbers = [.. numbers.Select(all => Array.ConvertAll(all, Math.Abs))];
        var ours = numbers.Zip(operation.Shapes, (all, shape) => Both.OfPage(all, shape, isSingle)).ToArray();
        var theirs = numbers.Zip(operation.Shapes, (all, shape) => Both.OfReal(all, shape, isSingle)).ToArray();
        Page.Tensor found = operation.Of([.. ours]);
        Real.Tensor expected = operation.Of([.. theirs]);

        Both.AssertSame(expected, found, isSingle, "result");
        Assert.Equal(Both.GradientName(expected), found.GradientName);

        // Weighted, so that each derivative is told from the others.
        var weights = Both.Numbers(expected.shape);
        (found * Both.OfPage(weights, expected.shape, isSingle, requiresGrad: false)).sum().backward();
        (expected * Both.OfReal(weights, expected.shape, isSingle, requiresGrad: false)).sum().backward();
        for (var i = 0; i < ours.Length; i++)
            Both.AssertSame(theirs[i].grad!, ours[i].grad!, isSingle, $"derivative {i}");
    }

    private static string Text(long[][] shapes) => string.Join(" and ", shapes.Select(shape => $"[{string.Join(", ", shape)}]"));
}
