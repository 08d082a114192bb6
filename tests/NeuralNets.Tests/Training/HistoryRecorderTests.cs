using System.Runtime.CompilerServices;
using NeuralNets.Training;

namespace NeuralNets.Tests.Training;

[Collection(TorchCollection.Name)]
public class HistoryRecorderTests
{
    [Fact]
    public void A_recorder_refuses_more_epochs_than_announced()
    {
        var recorder = new HistoryRecorder(1);
        recorder.Add(1.0, [0.5]);
        var error = Assert.Throws<InvalidOperationException>(() => recorder.Add(1.0, [0.5]));
        Assert.Contains("announced with 1 epochs", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_history_taken_early_does_not_change_when_the_run_goes_on()
    {
        var recorder = new HistoryRecorder(3);
        recorder.Add(3.0, [0.5]);
        var early = recorder.History;
        recorder.Add(2.0, [0.6]);
        Assert.Equal([3.0], early.Loss);
        Assert.Single(early.Snapshots);
        Assert.Equal([3.0, 2.0], recorder.Finish().Loss);
    }

    [Fact]
    public void A_run_that_is_broken_off_lets_finalizers_run_again()
    {
        var recorder = new HistoryRecorder(10, new Observer());
        recorder.Add(1.0, [0.5]);
        using var finalized = new ManualResetEventSlim();
        MakeGarbage(finalized);
        GC.Collect();
        Assert.True(finalized.Wait(HistoryRecorder.Drawing * 2, TestContext.Current.CancellationToken), "no finalizer ran");
        GC.KeepAlive(recorder); // As a notebook's variable does.
    }

    // Not inlined, so that nothing in the test keeps it alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void MakeGarbage(ManualResetEventSlim finalized) => _ = new Garbage(finalized);

    private sealed class Garbage(ManualResetEventSlim finalized)
    {
        ~Garbage() => finalized.Set();
    }

    private sealed class Observer : ITrainingObserver
    {
        public void OnSnapshot(int epochs, TrainingHistory history)
        {
        }

        public void OnFinished(TrainingHistory history)
        {
        }
    }
}
