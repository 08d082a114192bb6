using System.Collections.Concurrent;
using TorchSharp;

namespace NeuralNets.Training;

/// <summary>
/// Experiments side by side, on all processors: torch's operations on one thread each, as long as they run; then on as many as before.
/// </summary>
/// <remarks>
/// torch keeps the number for each thread, and for threads that come to it later the last that was set. So who starts a run enters
/// before its threads do, and each of them enters and leaves: they all go back to what the first, who started the run, had found. A
/// thread of the pool may have a number of its own, of an earlier run.
/// </remarks>
internal static class SideBySide
{
    private static readonly Lock Counting = new();
    private static int inside;
    private static int before;

    [ThreadStatic]
    private static int entered;

    /// <summary>Does something for each of 0, 1, …: a thread that is ready takes the next; one may take longer than others.</summary>
    public static void Each(int count, Action<int> act) => Parallel.ForEach(
        Partitioner.Create(Enumerable.Range(0, count), EnumerablePartitionerOptions.NoBuffering),
        new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
        act);

    /// <summary>Computes on one thread until the result is disposed of, on the thread that called.</summary>
    public static IDisposable OneThread()
    {
        if (entered++ == 0)
            Enter();
        return new Entered();
    }

    private static void Enter()
    {
        lock (Counting)
        {
            // On every thread: the first look makes torch set what the process has for it, and must not come later.
            var found = torch.get_num_threads();
            if (inside++ == 0)
                before = found;
            torch.set_num_threads(1);
        }
    }

    private static void Leave()
    {
        lock (Counting)
        {
            torch.set_num_threads(before);
            inside--;
        }
    }

    private sealed class Entered : IDisposable
    {
        public void Dispose()
        {
            if (--entered == 0)
                Leave();
        }
    }
}
