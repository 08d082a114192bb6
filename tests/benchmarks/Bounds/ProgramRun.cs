using System.Diagnostics;
using System.Globalization;
using Testing;

namespace Bounds;

/// <summary>A call of the program that the README's first command has built, as a person makes it.</summary>
internal static class ProgramRun
{
    private static readonly string Program =
        Path.Combine(WorkingCopy.Root, "src", "Notebooks", "bin", "Release", "net10.0", "Notebooks.dll");

    /// <summary>Executes notebooks into a folder, and tells how many seconds that took.</summary>
    public static async Task<double> TimeAsync(string output, params IEnumerable<string> notebooks)
    {
        var begun = Stopwatch.GetTimestamp();
        var (status, said) = await Command.RunAsync(Call(output, notebooks), TestContext.Current.CancellationToken);
        Assert.True(status == 0, said);
        return Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    /// <summary>Executes notebooks into a folder, and tells how many megabytes all its processes took together at most.</summary>
    public static async Task<double> MemoryAsync(string output, params IEnumerable<string> notebooks)
    {
        var start = Call(output, notebooks);
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var most = 0.0;
        while (!process.HasExited)
        {
            most = Math.Max(most, WithChildren(process.Id).Sum(Kilobytes) / 1024);
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.True(process.ExitCode == 0, await said);
        return most;
    }

    private static ProcessStartInfo Call(string output, IEnumerable<string> notebooks)
    {
        Assert.True(File.Exists(Program), $"There is no {Program}; the README's first command builds it.");
        return new("dotnet", [Program, "run", .. notebooks, "--output", output]);
    }

    // As Linux tells it: what several processes share, such as libtorch's code, counts once for all of them.
    private static double Kilobytes(string process)
    {
        var line = Lines(Path.Combine("/proc", process, "smaps_rollup"))
            .FirstOrDefault(line => line.StartsWith("Pss:", StringComparison.Ordinal));
        return line is null ? 0 : double.Parse(line["Pss:".Length..^"kB".Length], CultureInfo.InvariantCulture);
    }

    private static IEnumerable<string> WithChildren(int process) =>
        WithChildren(process.ToString(CultureInfo.InvariantCulture));

    private static IEnumerable<string> WithChildren(string process)
    {
        var threads = Path.Combine("/proc", process, "task");
        var children = Directory.Exists(threads)
            ? Directory.GetDirectories(threads).SelectMany(thread => Lines(Path.Combine(thread, "children")))
            : [];
        return [process, .. children.SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).SelectMany(WithChildren)];
    }

    private static string[] Lines(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return []; // The process has ended in the meantime.
        }
    }
}
