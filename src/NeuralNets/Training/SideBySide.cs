using TorchSharp;

namespace NeuralNets.Training;

/// <summary>torch's operations on one thread each, as long as experiments run side by side; then on as many as before.</summary>
/// <remarks>
/// torch keeps the number for each thread, and for threads that come to it later the last that was set. So each thread of a run
/// enters and leaves, and what to go back to is what the first to enter found.
/// </remarks>
internal static class SideBySide
{
    private static readonly Lock Counting = new();
    private static int inside;
    private static int before;

    [ThreadStatic]
    private static int entered;

    public static void Enter()
    {
        if (entered++ > 0)
            return;
        lock (Counting)
        {
            // On every thread: the first look makes torch set what the process has for it, and must not come later.
            var found = torch.get_num_threads();
            if (inside++ == 0)
                before = found;
            torch.set_num_threads(1);
        }
    }

    public static void Leave()
    {
        if (--entered > 0)
            return;
        lock (Counting)
        {
            torch.set_num_threads(before);
            inside--;
        }
    }
}
