// Prints what figures cost beside the bounds:
//     dotnet run -c Release --project tests/benchmarks/Figures

using System.Diagnostics;
using System.Globalization;
using NeuralNets.Tests.Charts;

var milliseconds = Measure(() => FigureGallery.Training().ToHtml());
var still = Measure(() => FigureGallery.Kinds["two-panels"]().ToSvg());
var training = FigureGallery.Training();
Print("two panels, 100 points, three curves, 25 frames: build and serialise", Format(milliseconds), "10 ms");
Print(
    "  the same, bytes of HTML (numbers rounded to 1/10,000 of their axis)",
    training.ToHtml().Length.ToString("N0", CultureInfo.InvariantCulture),
    "150,000");
Print("  the same, bytes of static SVG", training.ToSvg().Length.ToString("N0", CultureInfo.InvariantCulture), "40,000");
Print("two panels as static SVG", Format(still), "16 ms (ScottPlot 5.1.59)");
foreach (var (kind, make) in FigureGallery.Kinds)
{
    var figure = make();
    var sizes = string.Create(CultureInfo.InvariantCulture, $"{figure.ToSvg().Length:N0} / {figure.ToHtml().Length:N0}");
    Print($"{kind}: bytes of SVG / of HTML", sizes, "40,000 / 150,000");
}

static double Measure(Func<string> make)
{
    var times = new List<double>();
    for (var i = 0; i < 400; i++)
    {
        var started = Stopwatch.GetTimestamp();
        make();
        times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        if (i < 200)
            Thread.Sleep(1); // Lets the second tier of the compiler in.
    }

    // Warm: the second half; the lower quartile, since other programs run too.
    return times[200..].Order().ElementAt(50);
}

static string Format(double milliseconds) => milliseconds.ToString("F2", CultureInfo.InvariantCulture) + " ms";

static void Print(string what, string found, string bound) => Console.WriteLine($"{what,-72} {found,22}   at most {bound}");
