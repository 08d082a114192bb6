using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Notebooks.Workers;

/// <summary>
/// The processes that the cells of one worker have started, and those that these have started in turn. On Linux they carry a
/// mark in their environment, which stays when their parent ends or they leave its session; on other Unix systems they are
/// found from child to child as long as the worker lives; on Windows a job ends them (<see cref="WorkerJob"/>).
/// </summary>
/// <param name="mark">The value of <see cref="Variable"/> in the worker's environment.</param>
/// <param name="worker">The worker's identifier.</param>
internal sealed class CellProcesses(string mark, int worker)
{
    /// <summary>The variable that tells workers, and what they start, from each other.</summary>
    public const string Variable = "NOTEBOOKS_WORKER";

    private const int MostRounds = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    private readonly long since = OperatingSystem.IsLinux() ? StartTime(worker) ?? 0 : 0;

    /// <summary>Those of the worker that this process is, before a cell has touched its environment.</summary>
    public static CellProcesses OfThisWorker() => new(Environment.GetEnvironmentVariable(Variable) ?? "", Environment.ProcessId);

    /// <summary>Ends those that do not end by themselves in a moment.</summary>
    /// <returns>The names of those that were ended, in alphabetical order.</returns>
    public IReadOnlyList<string> End()
    {
        if (Find().Count == 0)
            return [];
        Thread.Sleep(Patience);
        Dictionary<int, string> ended = [];
        for (var round = 0; round < MostRounds && Find() is { Count: > 0 } found; round++)
        {
            foreach (var (id, name) in found)
            {
                ended[id] = name;
                Kill(id);
            }

            Thread.Sleep(10); // One that is being killed may have started another.
        }

        return [.. ended.Values.Order(StringComparer.Ordinal)];
    }

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // It ended by itself in the meantime, or belongs to somebody else.
        }
    }

    private List<(int Id, string Name)> Find()
    {
        if (OperatingSystem.IsWindows())
            return [];
        var found = OperatingSystem.IsLinux() ? Marked() : Descendants();
        return found.FindAll(process => process.Id != worker && process.Id != Environment.ProcessId);
    }

    private List<(int Id, string Name)> Marked()
    {
        var entry = Encoding.UTF8.GetBytes($"{Variable}={mark}\0");
        List<(int, string)> found = [];
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                continue;
            if (StartTime(id) is not { } begin || begin < since) // What is older is not asked: most of it may not be.
                continue;
            try
            {
                // Of a process that has ended but that nobody has waited for, nothing is left to read.
                if (File.ReadAllBytes($"{folder}/environ").AsSpan().IndexOf(entry) >= 0)
                    found.Add((id, File.ReadAllText($"{folder}/comm").TrimEnd()));
            }
            catch (Exception hidden) when (hidden is IOException or UnauthorizedAccessException)
            {
                // It has ended, or belongs to somebody else.
            }
        }

        return found;
    }

    /// <summary>When a process began, in ticks of the system's clock; null when it is gone.</summary>
    private static long? StartTime(int process)
    {
        try
        {
            var fields = File.ReadAllText($"/proc/{process}/stat").Split(')')[^1]; // Behind its name, which may hold anything.
            return long.Parse(fields.Split(' ')[20], CultureInfo.InvariantCulture);
        }
        catch (Exception hidden) when (hidden is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private List<(int Id, string Name)> Descendants()
    {
        using var list = Process.Start(new ProcessStartInfo("ps", ["-A", "-o", "pid=,ppid=,comm="]) { RedirectStandardOutput = true })!;
        var all = list.StandardOutput.ReadToEnd().Split('\n')
            .Select(line => line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Where(row => row.Length == 3)
            .Select(row => (Id: Number(row[0]), Parent: Number(row[1]), Name: Path.GetFileName(row[2])))
            .Where(process => process.Id != list.Id)
            .ToLookup(process => process.Parent);
        return [.. Below(worker)];

        IEnumerable<(int Id, string Name)> Below(int parent) =>
            all[parent].SelectMany(child => Below(child.Id).Prepend((child.Id, child.Name)));

        static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }
}
