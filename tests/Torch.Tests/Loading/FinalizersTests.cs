using System.Runtime.CompilerServices;
using NeuralNets.Torch;
using static TorchSharp.torch;

namespace NeuralNets.Tests.Torch;

[Collection(TorchCollection.Name)]
public class FinalizersTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Nothing_is_finalized_until_everyone_who_holds_finalizers_has_released_them()
    {
        using var finalized = new ManualResetEventSlim();
        var (first, second) = (Finalizers.Hold(), Finalizers.Hold());
        MakeGarbage(finalized);
        GC.Collect();
        Assert.False(finalized.Wait(200, Token), "a finalizer ran while two held them");
        first.Dispose();
        first.Dispose(); // Twice counts once.
        Assert.False(finalized.Wait(200, Token), "a finalizer ran while one held them");
        second.Dispose();
        Assert.True(finalized.Wait(5000, Token), "the finalizer did not run after the release");
    }

    [Fact]
    public async Task Whoever_waits_for_finalizers_meanwhile_does_not_wait_for_ever()
    {
        var held = Finalizers.Hold();
        await Task.Run(GC.WaitForPendingFinalizers, Token).WaitAsync(TimeSpan.FromSeconds(10), Token);
        held.Dispose();
    }

    [Fact]
    public async Task Runs_side_by_side_compute_right_while_garbage_is_collected_all_the_time()
    {
        Libtorch.Load();
        Sum(20_000);
        await Task.Delay(500, Token); // Only code that the runtime has optimised forgets an argument before its last use.
        Sum(20_000);
        using var end = new CancellationTokenSource();
        var collecting = Task.Run(() => CollectUntil(end.Token), Token);
        var sums = new double[4];
        using (Finalizers.Hold())
            Parallel.For(0, sums.Length, i => sums[i] = Sum(50_000));
        await end.CancelAsync();
        await collecting;
        Assert.All(sums, sum => Assert.Equal(25_000, sum));
    }

    [Fact]
    public async Task A_run_computes_right_while_another_thread_makes_garbage()
    {
        Libtorch.Load();
        Sum(20_000);
        await Task.Delay(500, Token);
        Sum(20_000);
        using var end = new CancellationTokenSource();
        var collecting = Task.Run(() => CollectUntil(end.Token), Token);
        for (var i = 0; i < 6; i++)
            Assert.Equal(25_000, Sum(50_000));
        await end.CancelAsync();
        await collecting;
    }

    private static double Sum(int halves)
    {
        using var scope = NewDisposeScope();
        var sum = zeros(1, float64);
        for (var i = 0; i < halves; i++)
            sum.add_(0.5);
        return sum.item<double>();
    }

    private static void CollectUntil(CancellationToken end)
    {
        while (!end.WaitHandle.WaitOne(1))
            GC.Collect(0);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void MakeGarbage(ManualResetEventSlim finalized) => _ = new Garbage(finalized);

    private sealed class Garbage(ManualResetEventSlim finalized)
    {
        ~Garbage() => finalized.Set();
    }
}
