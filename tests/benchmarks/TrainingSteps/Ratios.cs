using System.Globalization;

namespace TrainingSteps;

/// <summary>The committed ratios of one case: what a step took, in steps of PyTorch.</summary>
/// <param name="TorchSharp">Time of a TorchSharp step over that of a PyTorch step.</param>
/// <param name="Scratch">Time of a step in plain C# over that of a PyTorch step.</param>
internal sealed record Ratios(double TorchSharp, double Scratch)
{
    /// <summary>A ratio that is worse by half is a regression; less may be the machine.</summary>
    private const double Worse = 1.5;

    private static string Table => Path.Combine(AppContext.BaseDirectory, "ratios.csv");

    /// <summary>The table beside the program, by the name of the case.</summary>
    public static Dictionary<string, Ratios> Read() => File.ReadLines(Table).Skip(1).Select(line => line.Split(';')).ToDictionary(
        fields => fields[0],
        fields => new Ratios(double.Parse(fields[1], CultureInfo.InvariantCulture), double.Parse(fields[2], CultureInfo.InvariantCulture)));

    /// <summary>The lines of a table, as they are committed.</summary>
    public static IEnumerable<string> Lines(IEnumerable<Timing> timings) => timings
        .Select(t => FormattableString.Invariant($"{t.Of.Name};{t.TorchSharp / t.PyTorch:0.000};{t.Scratch / t.PyTorch:0.0000}"))
        .Prepend("case;TorchSharp / PyTorch;plain C# / PyTorch");

    /// <summary>What is worse by half than here; without PyTorch only plain C# against TorchSharp can be told.</summary>
    public IEnumerable<string> Regressions(Timing now)
    {
        (string What, double Now, double Before)[] ratios = double.IsNaN(now.PyTorch)
            ? [("plain C# / TorchSharp", now.Scratch / now.TorchSharp, Scratch / TorchSharp)]
            :
            [
                ("TorchSharp / PyTorch", now.TorchSharp / now.PyTorch, TorchSharp),
                ("plain C# / PyTorch", now.Scratch / now.PyTorch, Scratch),
            ];
        return ratios.Where(ratio => ratio.Now > Worse * ratio.Before).Select(ratio => FormattableString.Invariant(
            $"{now.Of.Name}: {ratio.What} is {ratio.Now:0.0000}, where it was {ratio.Before:0.0000}"));
    }
}
