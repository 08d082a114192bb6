using System.Globalization;

namespace Book.Tests.Browser;

/// <summary>What else this machine does.</summary>
internal static class Machine
{
    // On a machine that has nothing else to do, what share of the time at least.
    private const double Idle = 0.7;

    /// <summary>
    /// Waits until the processors idle most of the time, where the system tells: other test programs may still run, and
    /// what they take is no property of what is measured.
    /// </summary>
    /// <returns>What share of the time they idled last, 1 where the system does not tell.</returns>
    public static async Task<double> WaitUntilIdleAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        var end = DateTime.UtcNow + limit;
        while (true)
        {
            var (idle, all) = Times();
            await Task.Delay(2000, cancellationToken);
            var (idleThen, allThen) = Times();
            var share = allThen > all ? (idleThen - idle) / (allThen - all) : 1;
            if (share >= Idle || DateTime.UtcNow > end)
                return share;
        }
    }

    private static (double Idle, double All) Times()
    {
        if (!File.Exists("/proc/stat"))
            return default;
        var times = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..9]
            .Select(time => double.Parse(time, CultureInfo.InvariantCulture)).ToArray();
        return (times[3] + times[4], times.Sum());
    }
}
