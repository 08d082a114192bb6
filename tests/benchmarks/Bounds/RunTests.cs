using System.Diagnostics;
using System.Globalization;
using Testing;

namespace Bounds;

/// <summary>
/// How long a person waits for <c>run</c>. The unit is what a notebook of 30 trivial cells takes in the same minute: machines
/// differ by half and more.
/// </summary>
public sealed class RunTests : IDisposable
{
    // What else a machine does only ever adds to what a run takes, so the best try tells most about the program.
    private const int Tries = 5;

    private readonly CancellationToken cancellation = TestContext.Current.CancellationToken;
    private readonly NotebookFolder folder = new();
    private readonly string output;
    private readonly string trivial;

    public RunTests()
    {
        output = folder.In("out");
        trivial = folder.Write("trivial.ipynb", [.. Enumerable.Range(0, 30).Select(i => $"var x{i} = {i} + 1;\nx{i}")]);
    }

    private static IEnumerable<string> FirstFive => WorkingCopy.Notebooks.Take(5);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_first_cell_has_its_result_within_0_8_units()
    {
        // The second cell, which follows upon the result of the first, tells when; the clock is the same in all processes.
        var telling = folder.Write(
            "telling.ipynb", "var x = 1;\nx", "System.IO.File.WriteAllText(\"told\", $\"{System.Diagnostics.Stopwatch.GetTimestamp()}\");");
        var (unit, first) = (new List<double>(), new List<double>());
        for (var i = 0; i < Tries; i++)
        {
            unit.Add(await ProgramRun.TimeAsync(output, trivial));
            var begun = Stopwatch.GetTimestamp();
            await ProgramRun.TimeAsync(output, telling);
            var told = long.Parse(await File.ReadAllTextAsync(folder.In("told"), cancellation), CultureInfo.InvariantCulture);
            first.Add(Stopwatch.GetElapsedTime(begun, told).TotalSeconds);
        }

        Hold("from the start of run to the first cell's result", first.Min(), unit.Min(), 0.8);
    }

    [Fact]
    public async Task Notebooks_01_to_05_take_at_most_11_units() =>
        await HoldAsync("notebooks 01 to 05", FirstFive, tries: 3, most: 11, aim: 4.5);

    [Fact]
    public async Task Notebooks_01_to_09_take_at_most_70_units() =>
        await HoldAsync("notebooks 01 to 09", WorkingCopy.Notebooks.Take(9), tries: 1, most: 70, aim: 60);

    [Fact]
    public async Task Notebook_10_takes_at_most_40_units() =>
        await HoldAsync("notebook 10", WorkingCopy.Notebooks.Skip(9), tries: 2, most: 40, aim: 30);

    [Fact]
    public async Task The_processes_of_a_run_take_at_most_620_MB_together()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells what processes share.");
        var found = await ProgramRun.MemoryAsync(output, FirstFive);
        Bound.Hold("MB of memory for notebooks 01 to 05, all processes together", found, 620, aim: 500);
    }

    private async Task HoldAsync(string what, IEnumerable<string> notebooks, int tries, double most, double aim)
    {
        var (unit, taken) = (new List<double>(), new List<double>());
        for (var i = 0; i < tries; i++)
        {
            unit.Add(await ProgramRun.TimeAsync(output, trivial));
            taken.Add(await ProgramRun.TimeAsync(output, notebooks));
            unit.Add(await ProgramRun.TimeAsync(output, trivial));
        }

        Hold(what, taken.Min(), unit.Min(), most, aim);
    }

    private static void Hold(string what, double seconds, double unit, double most, double? aim = null) => Bound.Hold(
        string.Create(CultureInfo.InvariantCulture, $"{what}, in units of {unit:0.00} s"), seconds / unit, most, aim);
}
