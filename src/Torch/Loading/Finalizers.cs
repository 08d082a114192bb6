using System.Runtime.CompilerServices;

namespace NeuralNets.Torch;

/// <summary>
/// Keeps finalizers from running while torch computes on one thread and another makes garbage.
/// </summary>
/// <remarks>
/// TorchSharp 0.107 wraps each number that it hands to libtorch in an object, and forgets the object as soon as it has the
/// native address: <c>x + 1</c> makes two. If the garbage collector runs on another thread just then, the object's
/// finalizer frees the number while libtorch still reads it, and the sum fails or is wrong. Any thread can be that other
/// one, those of a notebook's kernel too. So all finalizers wait a moment after each collection; where two threads compute
/// for long, and a number can be in use for long, they are held back altogether.
/// </remarks>
public static class Finalizers
{
    // Some calls of TorchSharp wait for all finalizers when libtorch refuses them: they must not wait for ever.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>A call that a collection falls into has read its numbers by then, even if its thread had to wait for a processor.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    private static readonly Lock Counting = new();
    private static Barrier.Passage openPassage = new();
    private static int holders;

    /// <summary>From now on, what a collection finds to be garbage is finalized a moment later.</summary>
    internal static void Delay() => _ = new Delayed();

    /// <summary>Holds all finalizers back until the result, and that of every other call, is disposed of.</summary>
    public static IDisposable Hold()
    {
        Barrier.Passage passage;
        lock (Counting)
        {
            if (holders++ == 0)
            {
                openPassage = new Barrier.Passage(); // A new one: the finalizer that waits at the last may not have woken yet.
                DropBarrier(openPassage);
                GC.Collect(0);
            }

            passage = openPassage;
        }

        passage.Closed.Task.Wait(Longest);
        return new Held();
    }

    // Not inlined, so that nothing here keeps the barrier alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void DropBarrier(Barrier.Passage passage) => _ = new Barrier(passage);

    /// <summary>The oldest garbage is finalized first: the next one has to be there before more is made.</summary>
    private sealed class Delayed
    {
        ~Delayed()
        {
            Delay();
            Thread.Sleep(Moment);
        }
    }

    /// <summary>All finalizers run on one thread, one after the other: one that waits stops those behind it.</summary>
    private sealed class Barrier(Barrier.Passage passage)
    {
        ~Barrier()
        {
            passage.Closed.TrySetResult();
            if (!passage.Opened.Task.Wait(Longest))
                DropBarrier(passage);
        }

        internal sealed class Passage
        {
            public TaskCompletionSource Closed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

            public TaskCompletionSource Opened { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>As long as one of these is not disposed of, no finalizer runs.</summary>
    private sealed class Held : IDisposable
    {
        private bool isReleased;

        // Forgotten, as by a run that ended in an error: the barrier lets finalizers through from time to time.
        ~Held() => LetGo();

        /// <summary>Lets finalizers run again, unless others hold them too.</summary>
        public void Dispose()
        {
            LetGo();
            GC.SuppressFinalize(this);
        }

        private void LetGo()
        {
            lock (Counting)
            {
                if (!isReleased && --holders == 0)
                    openPassage.Opened.SetResult();
                isReleased = true;
            }
        }
    }
}
