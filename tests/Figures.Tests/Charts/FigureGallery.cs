using System.Globalization;
using NeuralNets.Charts;
using Chart = Plotly.NET.CSharp.Chart;

namespace NeuralNets.Tests.Charts;

/// <summary>One figure of every kind, from made-up data that never changes.</summary>
public static class FigureGallery
{
    private static readonly double[] X = [.. Enumerable.Range(0, 100).Select(i => i / 99.0)];
    private static readonly double[] YTrue = [.. X.Select(x => 1 + (2 * x) - (3 * x * x))];
    private static readonly double[] Y = [.. YTrue.Select((y, i) => y + (0.1 * Wiggle(i)))];
    private static readonly double[] Loss = [.. Enumerable.Range(1, 200).Select(e => 0.0498 + (1.6 * Math.Exp(-e / 25.0)))];
    private static readonly string[] Optimizers = ["SGD", "Momentum", "RMSprop", "Adam"];

    /// <summary>The kinds by name.</summary>
    public static IReadOnlyDictionary<string, Func<Figure>> Kinds { get; } = new Dictionary<string, Func<Figure>>
    {
        ["fit"] = () =>
            Figure.Scatter(X, Y, "data").Line(X, YTrue, "true", Hue.Grey, Dash.Dashed).Line(X, X.Select(x => 1.43 - (0.89 * x)), "fit")
            .Titled("Data and fit, true MSE {0:F4}", 0.0498).Axes("x", "y"),
        ["two-panels"] = () => Figure.Grid(2, Fit(), LossCurve()),
        ["training"] = Training,
        ["slider"] = Slider,
        ["bars"] = () => Figure.Bars(Optimizers, [0.0373, 0.0099, 0.0038, 0.0037], [0.004, 0.002, 0.001, 0.0005], "one shared net")
            .Bars(Optimizers, [0.0391, 0.0121, 0.0057, 0.0041], [0.004, 0.002, 0.001, 0.0005], "four nets").Titled("Four optimizers")
            .Axes("", "true MSE"),
        ["histogram"] = () =>
            Figure.Histogram(Enumerable.Range(0, 400).Select(i => Wiggle(i) + Wiggle(i + 400)), name: "weights")
            .Titled("Weights after training").Axes("weight", "count"),
        ["boxes"] = () => Figure.Boxes(["ReLU 4", "ReLU 10", "tanh 10"], Enumerable.Range(1, 3)
            .Select(k => Enumerable.Range(0, 20).Select(i => Math.Pow(10, -k + Wiggle(i)))))
            .LogY().Titled("20 seeds each").Axes("", "true MSE"),
        ["spread"] = () =>
            Figure.Spread(Runs(12), "Adam").Spread(Runs(35), "SGD").HorizontalLine(0.08, "the best straight line through the data").LogY()
            .Titled("Median and middle 80 % of 20 seeds").Axes("epoch", "true MSE: median and middle 80 %"),
        ["losses"] = () =>
            Figure.Losses(Loss, "SGD").Losses(Loss.Select(v => v * 0.6), "Momentum", dash: Dash.Dashed)
            .Losses(Loss.Select(v => v * 0.4), "RMSprop", dash: Dash.Dotted)
            .Losses(Loss.Select(v => v * 0.3), "Adam").LogY().Titled("Four optimizers"),
        ["heat-map"] = () =>
            Figure.HeatMap(Confusion(), Digits(10), Digits(10), ColourScale.Blue, "0").Titled("Confusion matrix, accuracy 97.9 %")
            .Axes("predicted", "digit"),
        ["surface"] = () =>
            Figure.HeatMap(Steps(30), Steps(24), Waves(24, 30), ColourScale.Diverging, "height").Titled("A surface").Axes("a", "b"),
        ["contour"] = () => Figure.Contour((a, b) => Math.Pow(a - 1.4, 2) + ((a - 1.4) * (b + 0.9)) + (0.4 * Math.Pow(b + 0.9, 2)),
            (-0.5, 3), (-3, 1.5), "MSE")
            .Line([-0.3, 0.3, 0.7, 1.0, 1.2, 1.3], [1.2, 0.6, 0.1, -0.3, -0.6, -0.8], "descent", dots: true).Note(1.4, -0.9, "minimum")
            .Titled("Down the bowl").Axes("a", "b"),
        ["contour-heights"] = () =>
            Figure.Contour((a, b) => Math.Pow(a - 1.4, 2) + ((a - 1.4) * (b + 0.9)) + (0.4 * Math.Pow(b + 0.9, 2)),
            (0, 3), (-2.5, 0.5), hue: Hue.Grey, heights: [0.01, 0.1, 0.5, 2]).Note(1.4, -0.9, "minimum")
            .Titled("One unit, one length").Axes("a", "b").EqualScales(),
        ["images"] = () => Figure.Images(Enumerable.Range(0, 20).Select(Ring), Digits(20)).Titled("Twenty rings"),
        ["network"] = () => Figure.Network([2, 3, 1], captions: ["inputs", "hidden layer", "output"]),
        ["weights"] = () =>
            Figure.Network([1, 10, 1], [Waves(10, 1), Waves(1, 10)], captions: ["input", "hidden layer", "output"])
            .Titled("After training"),
        ["graph"] = () => Backward(3),
        ["recurrent"] = () => Figure.Graph(
            [
                new("xt", 0, 2) { Label = "x", Shape = NodeShape.Plain }, new("h", 0, 1) { Shape = NodeShape.Circle }, new("o", 0, 0),
                .. Enumerable.Range(1, 3).SelectMany(t => new GraphNode[]
                {
                    new($"x{t}", t + 1, 2) { Shape = NodeShape.Plain },
                    new($"h{t}", t + 1, 1) { Shape = NodeShape.Circle, Hue = Hue.Blue },
                    new($"o{t}", t + 1, 0),
                }),
            ],
            [
                new("xt", "h", "U"), new("h", "o", "V"), new("h", "h"), new("h1", "h2", "W"), new("h2", "h3", "W"),
                .. Enumerable.Range(1, 3).SelectMany(t => new GraphEdge[] { new($"x{t}", $"h{t}", "U"), new($"h{t}", $"o{t}", "V") }),
            ]).Titled("A recurrent network, rolled up and unrolled"),
        ["residual"] = () => Figure.Graph(
            [
                new("x", 0, 0) { Shape = NodeShape.Plain }, new("layer 1", 1, 0), new("ReLU", 2, 0), new("layer 2", 3, 0),
                new("+", 4, 0) { Shape = NodeShape.Circle, Hue = Hue.Green }, new("x + f(x)", 5, 0) { Shape = NodeShape.Plain },
            ],
            [
                new("x", "layer 1"), new("layer 1", "ReLU"), new("ReLU", "layer 2"), new("layer 2", "+"), new("+", "x + f(x)"),
                new("x", "+", "unchanged") { Bend = 1, Hue = Hue.Green },
            ]),
        ["small-multiples"] = () =>
            Figure.Grid(4, Enumerable.Range(0, 8).Select(k => Figure.Line(X, X.Select(x => Math.Sin((6 * x) + k))).Titled($"unit {k + 1}")))
            .SharingAxes().Titled("Eight hidden units"),
        ["plotly"] = () => Figure.From(Chart.Combine([Chart.Point<double, double, string>(x: X, y: Y, Name: "data"),
            Chart.Line<double, double, string>(x: X, y: YTrue, Name: "true")])),
    };

    /// <summary>The figure that the bounds of size and time are about: two panels, 100 points, three curves, 25 frames.</summary>
    public static Figure Training()
    {
        var epochs = Enumerable.Range(0, 25).Select(i => 1 + (i * 199 / 24));
        return Figure.Replay("epoch", epochs.Select(e => (e.ToString(CultureInfo.InvariantCulture), Figure.Grid(2, FitAt(e), LossAt(e)))));
    }

    /// <summary>The squared error of a line at one sample, and the slopes that have come back after some steps.</summary>
    public static Figure Backward(int steps)
    {
        string[] slopes = ["1", "-1.2", "-1.2", "-1.2"];
        string Slope(int step) => step < steps ? slopes[step] : "";
        Hue At(int step) => step == steps - 1 ? Hue.Orange : Hue.Grey;
        return Figure.Graph(
            [
                new("x", 0, 0) { Value = "0.5" }, new("b", 0, 1) { Value = "-0.2", Slope = Slope(4) },
                new("a", 1, 1.2) { Value = "0.5", Slope = Slope(3) }, new("b·x", 1, 0.4) { Value = "-0.1", Slope = Slope(3), Hue = At(3) },
                new("ŷ = a + b·x", 2, 0.7) { Value = "0.4", Slope = Slope(2), Hue = At(2) }, new("y", 2, 1.7) { Value = "1" },
                new("e = ŷ − y", 3, 1) { Value = "-0.6", Slope = Slope(1), Hue = At(1) },
                new("e²", 4, 1) { Value = "0.36", Slope = Slope(0), Hue = At(0) },
            ],
            [
                new("x", "b·x", "-0.2"), new("b", "b·x", "0.5"), new("b·x", "ŷ = a + b·x", "1") { Hue = At(3) },
                new("a", "ŷ = a + b·x", "1") { Hue = At(3) }, new("ŷ = a + b·x", "e = ŷ − y", "1") { Hue = At(2) },
                new("y", "e = ŷ − y", "-1"), new("e = ŷ − y", "e²", "-1.2") { Hue = At(1) },
            ]).Titled("Backwards, step {0}", steps);
    }

    /// <summary>A parameter that a reader moves: the slope of a line.</summary>
    public static Figure Slider() => Figure.Slider("slope", Enumerable.Range(0, 9).Select(i => (i - 4) / 2.0).Select(slope =>
        (slope.ToString("0.0", CultureInfo.InvariantCulture),
        Figure.Scatter(X, Y, "data").Line(X, X.Select(x => 1.4 + (slope * x)), "line")
            .Titled("A line with the slope {0:0.0}", slope).Axes("x", "y"))), shown: "-1.0");

    private static Figure FitAt(int epoch) => Figure.Scatter(X, Y, "data").Line(X, YTrue, "true", Hue.Grey, Dash.Dashed)
        .Line(X, X.Select(x => (1.43 - (0.89 * x)) * (1 - Math.Exp(-epoch / 40.0))), "fit", Hue.Orange)
        .Titled("Data and fit, true MSE {0:F4}", Loss[epoch - 1]).Axes("x", "y");

    private static Figure LossAt(int epoch) =>
        Figure.Of("True MSE by epoch").Growing(Loss.Take(epoch), Loss.Length, hue: Hue.Orange).Axes("epoch", "true MSE");

    private static Figure Fit() =>
        Figure.Scatter(X, Y, "data").Line(X, YTrue, "true", Hue.Grey, Dash.Dashed).Titled("Data and truth").Axes("x", "y");

    private static Figure LossCurve() =>
        Figure.Line(Enumerable.Range(1, 200), Loss, "MSE").Titled("Loss curve").Axes("epoch", "MSE").LogY();

    /// <summary>Numbers in [−1, 1] that look random and are the same everywhere.</summary>
    private static double Wiggle(int i)
    {
        var mixed = (uint)(i + 1) * 2_654_435_761u;
        mixed = (mixed ^ (mixed >> 15)) * 2_246_822_519u;
        return ((mixed ^ (mixed >> 13)) % 2001 / 1000.0) - 1;
    }

    private static IEnumerable<IEnumerable<double>> Runs(double epochs)
        => Enumerable.Range(0, 20)
            .Select(seed => Enumerable.Range(1, 60).Select(e => 0.02 + (1.5 * Math.Exp(-e / (epochs * (1 + (0.3 * Wiggle(seed))))))));

    private static string[] Digits(int count) =>
        [.. Enumerable.Range(0, count).Select(i => (i % 10).ToString(CultureInfo.InvariantCulture))];

    private static double[] Steps(int count) => [.. Enumerable.Range(0, count).Select(i => i / 10.0)];

    private static double[,] Waves(int rows, int columns) =>
        Fill(rows, columns, (i, j) => Math.Round(Math.Sin(1 + (0.7 * i)) * Math.Cos(0.4 * j), 6));

    private static double[,] Confusion() => Fill(10, 10, (i, j) => i == j ? 55 + (i % 5) : ((7 * i) + (3 * j)) % 11 == 0 ? 1 : 0);

    private static double[,] Ring(int index) =>
        Fill(8, 8, (i,
        j) => Math.Round(16 * Math.Exp(-Math.Pow(Math.Sqrt(((i - 3.5) * (i - 3.5)) + ((j - 3.5) * (j - 3.5))) - 2 - (0.05 * index), 2))));

    private static double[,] Fill(int rows, int columns, Func<int, int, double> value)
    {
        var matrix = new double[rows, columns];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
                matrix[i, j] = value(i, j);
        }

        return matrix;
    }
}
