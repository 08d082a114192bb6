using System.Globalization;
using NeuralNets.Torch;
using TrainingSteps;
using static TorchSharp.torch;

// What a training step costs in PyTorch, in TorchSharp and in plain C#, one thread each, in turns: a table of ratios. Processor
// time is what is told: on a machine that does other things too it is still that of the step.
//   dotnet run -c Release --project tests/benchmarks/TrainingSteps              the table
//   dotnet run -c Release --project tests/benchmarks/TrainingSteps -- --check   a short form; fails if a ratio is worse by half
//   dotnet run -c Release --project tests/benchmarks/TrainingSteps -- --csv     the lines of ratios.csv
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var check = args.Contains("--check");
if (args.FirstOrDefault(arg => arg is not ("--check" or "--csv")) is { } unknown)
{
    Console.Error.WriteLine($"Found '{unknown}'. Expected nothing, --check or --csv.");
    return 2;
}

Libtorch.Load(); // Before torch itself: a program that names torch first would be looking for it elsewhere.
set_num_threads(1);
using var pytorch = PyTorch.Start();
var beside = pytorch is null ? "PyTorch is not there (on Debian: apt-get install python3-torch)" : "PyTorch " + pytorch.Version;
Console.WriteLine($"{beside}; one thread each, in turns; processor time per step in µs, medians");
Timing[] timings = [.. Case.All.Select(run => Timing.Measure(run, pytorch, repeats: check ? 3 : 7))];
if (args.Contains("--csv"))
{
    foreach (var line in Ratios.Lines(timings))
        Console.WriteLine(line);
    return 0;
}

Console.WriteLine($"{"",-34}{"PyTorch",10}{"TorchSharp",12}{"ratio",7}{"bytes",8}{"plain C#",10}{"times as fast",15}{"bytes",7}");
foreach (var t in timings)
    Console.WriteLine($"{t.Of.Name,-34}{t.PyTorch,10:0.0}{t.TorchSharp,12:0.0}{t.TorchSharp / t.PyTorch,7:0.00}{t.TorchSharpBytes,8:0}"
        + $"{t.Scratch,10:0.00}{t.PyTorch / t.Scratch,15:0.0}{t.ScratchBytes,7:0}");
var (largest, arithmetic) = (timings[^1], Floor.MultiplyAddsPerMicrosecond());
var floor = Floor.Microseconds(largest.Of, arithmetic);
Console.WriteLine($"{largest.Of.Name}: plain C# takes {largest.Scratch / floor:0.0} times the floor of {floor:0} µs: six multiply-adds "
    + $"for each unit and sample at {arithmetic:0} a µs, which ten independent sums in registers reach");

if (!check)
    return 0;
var committed = Ratios.Read();
// What looks worse is measured once more, for longer: a machine that did something else for a moment is no regression.
string[] regressions =
[
    .. timings.Where(timing => committed[timing.Of.Name].Regressions(timing).Any())
        .Select(timing => Timing.Measure(timing.Of, pytorch, repeats: 9))
        .SelectMany(again => committed[again.Of.Name].Regressions(again)),
];
foreach (var regression in regressions)
    Console.Error.WriteLine(regression);
return regressions.Length == 0 ? 0 : 1;
