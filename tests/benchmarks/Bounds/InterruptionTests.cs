using System.Diagnostics;
using Notebooks.Sessions;
using Notebooks.Sessions.Compiling;
using Notebooks.Sessions.Messages;

namespace Bounds;

/// <summary>How long a cell goes on after it is told to stop.</summary>
public class InterruptionTests
{
    [Theory]
    [InlineData("while (true) { x++; }")]
    [InlineData("System.Threading.Thread.Sleep(60_000);")]
    [InlineData("while (true) { try { while (true) { } } catch { } }")]
    [InlineData("Parallel.For(0, 2, i => { while (true) { } });")]
    public async Task A_cell_stops_within_two_seconds(string endless)
    {
        var folder = Path.GetTempPath();
        using var session = new CSharpSession(folder, new CellCompiler(folder));
        await session.ExecuteAsync(new CellRequest("var x = 1;", "bounds.ipynb", 1), _ => { }, CancellationToken.None);
        using var stop = new CancellationTokenSource();
        var running = session.ExecuteAsync(new CellRequest(endless, "bounds.ipynb", 2), _ => { }, stop.Token);
        await Task.Delay(1000, TestContext.Current.CancellationToken);
        var told = Stopwatch.GetTimestamp();
        await stop.CancelAsync();
        var result = await running;

        Assert.Equal(CellErrorNames.Interrupted, result.Error?.Name);
        Bound.Hold($"ms until '{endless}' has stopped", Stopwatch.GetElapsedTime(told).TotalMilliseconds, 2000);
    }
}
