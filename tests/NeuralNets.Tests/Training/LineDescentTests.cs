using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics;
using NeuralNets.Data;
using NeuralNets.Tests.Reference;
using NeuralNets.Training;
using TorchSharp;
using TorchSharp.Modules;

namespace NeuralNets.Tests.Training;

[Collection(TorchCollection.Name)]
public class LineDescentTests
{
    private const string ByHandSection = "Gradient Descent in Linear Regression";
    private static readonly Sample Data = Sample.Published();

    [Fact]
    public void The_start_is_the_published_one()
    {
        var start = new NumPyRandom(42).Randn(2);
        Published.AssertPrints(Published.Text(ByHandSection, "a0"), start[0]);
        Published.AssertPrints(Published.Text(ByHandSection, "b0"), start[1]);
    }

    [Fact]
    public void By_hand_it_finds_the_published_line_and_the_published_loss()
    {
        var fit = FromPublishedStart();
        Published.AssertPrints(Published.Text(ByHandSection, "a fit"), fit.A);
        Published.AssertPrints(Published.Text(ByHandSection, "b fit"), fit.B);
        Published.AssertPrints(Published.Text(ByHandSection, "figure title"), fit.History.FinalLoss);
        Assert.Equal(200, fit.History.Loss.Count);
    }

    [Fact]
    public void Least_squares_gives_the_published_line()
    {
        var (a, b) = Fit.Line(Data.X, Data.Y);
        Published.AssertPrints(Published.Text(ByHandSection, "OLS intercept"), a);
        Published.AssertPrints(Published.Text(ByHandSection, "OLS slope"), b);
    }

    [Fact]
    public void With_autograd_it_finds_the_published_line()
    {
        torch.manual_seed(42);
        using var a = torch.randn(1, requires_grad: true);
        using var b = torch.randn(1, requires_grad: true);
        AssertPublished("Autograd", LineDescent.WithAutograd(DataSet.Of(Data), a, b));
    }

    [Fact]
    public void With_an_optimizer_it_finds_the_published_line()
    {
        torch.manual_seed(42);
        using var a = new Parameter(torch.randn(1));
        using var b = new Parameter(torch.randn(1));
        AssertPublished("Optimizer", LineDescent.WithOptimizer(DataSet.Of(Data), a, b, torch.optim.SGD([a, b], 0.1)));
    }

    [Fact]
    public void In_single_and_in_double_precision_it_finds_the_same_line()
    {
        using var a = torch.tensor([0.5f], requires_grad: true);
        using var b = torch.tensor([-0.25f], requires_grad: true);
        var single = LineDescent.WithAutograd(DataSet.Of(Data), a, b);
        var @double = LineDescent.ByHand(Data.X, Data.Y, (0.5, -0.25));

        Assert.Equal(@double.A, single.A, 1e-5);
        Assert.Equal(@double.B, single.B, 1e-5);
    }

    [Fact]
    public void From_anywhere_it_ends_at_least_squares() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(20), Prop.ForAll<NormalFloat, NormalFloat>((a, b) =>
        {
            var start = (a.Get % 10, b.Get % 10);
            var (intercept, slope) = Fit.Line(Data.X, Data.Y);
            var fit = LineDescent.ByHand(Data.X, Data.Y, start, lr: 0.5, epochs: 2000);
            Assert.Equal(intercept, fit.A, 1e-6);
            Assert.Equal(slope, fit.B, 1e-6);
        }));

    [Fact]
    public void One_step_goes_against_the_gradient_by_finite_differences() =>
        Prop.ForAll<NormalFloat, NormalFloat>((a, b) =>
        {
            var (a0, b0) = (a.Get % 10, b.Get % 10);
            double Mse(double a, double b) => Data.X.Zip(Data.Y, (x, y) => Math.Pow(y - (a + b * x), 2)).Average();
            const double h = 1e-5;
            var fit = LineDescent.ByHand(Data.X, Data.Y, (a0, b0), lr: 0.01, epochs: 1);

            Assert.Equal((Mse(a0 + h, b0) - Mse(a0 - h, b0)) / (2 * h), (a0 - fit.A) / 0.01, 1e-6);
            Assert.Equal((Mse(a0, b0 + h) - Mse(a0, b0 - h)) / (2 * h), (b0 - fit.B) / 0.01, 1e-6);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_small_enough_rate_never_climbs()
    {
        var loss = FromPublishedStart().History.Loss;
        Assert.All(loss.Zip(loss.Skip(1)), pair => Assert.True(pair.Second <= pair.First));
    }

    [Fact]
    public void Too_large_a_rate_falls_off() =>
        Assert.True(LineDescent.ByHand(Data.X, Data.Y, (0, 0), lr: 1).History.FinalLoss > 1e6);

    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(-0.1, "-0.1")]
    [InlineData(double.NaN, "NaN")]
    public void A_rate_that_is_not_positive_is_refused(double lr, string shown)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => LineDescent.ByHand(Data.X, Data.Y, (0, 0), lr));
        Assert.Contains($"The learning rate is {shown}; it must be a finite number greater than 0.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lengths_that_differ_are_refused_by_both_lengths()
    {
        var error = Assert.Throws<ArgumentException>(() => LineDescent.ByHand([1, 2, 3], [1, 2], (0, 0)));
        Assert.Contains("x has 3 samples and y has 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_that_cannot_learn_is_refused()
    {
        using var a = torch.randn(1);
        using var b = torch.randn(1, requires_grad: true);
        var error = Assert.Throws<ArgumentException>(() => LineDescent.WithAutograd(DataSet.Of(Data), a, b));
        Assert.Contains("a has shape [1] and requires_grad=False; it must be one number with requires_grad=True", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_shapes_are_refused_before_they_broadcast()
    {
        using var a = torch.randn(1, requires_grad: true);
        using var b = torch.randn(1, requires_grad: true);
        var column = DataSet.Of(Data);
        var flat = column with { Y = column.Y.reshape(-1) };
        var error = Assert.Throws<ArgumentException>(() => LineDescent.WithAutograd(flat, a, b));
        Assert.Contains("The prediction has shape [100, 1] and the target [100]", error.Message, StringComparison.Ordinal);
    }

    private static LineFit FromPublishedStart()
    {
        var start = new NumPyRandom(42).Randn(2);
        return LineDescent.ByHand(Data.X, Data.Y, (start[0], start[1]));
    }

    private static void AssertPublished(string section, LineFit fit)
    {
        Published.AssertPrints(Published.Text(section, "a"), fit.A);
        Published.AssertPrints(Published.Text(section, "b"), fit.B);
        Published.AssertPrints(Published.Text(section, "figure title"), fit.History.FinalLoss);
    }
}
