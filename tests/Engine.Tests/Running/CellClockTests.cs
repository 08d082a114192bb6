using Notebooks.Running;

namespace Engine.Tests.Running;

public sealed class CellClockTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    [Fact]
    public async Task What_a_cell_waits_does_not_count()
    {
        using var clock = new CellClock(Short, CancellationToken.None);

        clock.Wait(Long);
        await Task.Delay(Short * 4, TestContext.Current.CancellationToken);

        Assert.False(clock.Token.IsCancellationRequested);
        clock.Run();
        await Over(clock);
        Assert.True(clock.IsRunning);
    }

    [Fact]
    public async Task What_it_runs_counts_together_before_and_after_it_waits()
    {
        using var clock = new CellClock(Short, CancellationToken.None);
        clock.Run();
        await Over(clock);
        using var second = new CellClock(Long, CancellationToken.None);
        second.Run();
        second.Wait(Short);

        await Over(second);

        Assert.False(second.IsRunning);
    }

    [Fact]
    public async Task Without_a_limit_it_runs_until_the_run_is_interrupted()
    {
        using var stop = new CancellationTokenSource();
        using var clock = new CellClock(Timeout.InfiniteTimeSpan, stop.Token);
        clock.Run();
        await Task.Delay(Short * 2, TestContext.Current.CancellationToken);
        Assert.False(clock.Token.IsCancellationRequested);

        await stop.CancelAsync();

        await Over(clock);
    }

    private static async Task Over(CellClock clock)
    {
        var over = new TaskCompletionSource();
        await using var registration = clock.Token.Register(over.SetResult);
        await over.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
    }
}
