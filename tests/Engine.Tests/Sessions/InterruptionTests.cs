using Notebooks.Sessions.Messages;

namespace Engine.Tests.Sessions;

public sealed class InterruptionTests : IDisposable
{
    private readonly TestSession session = new();

    public void Dispose() => session.Dispose();

    [Theory]
    [InlineData("while (true) { x++; }")]
    [InlineData("for (;;) { }")]
    [InlineData("await Task.Delay(1); while (true) { x++; }")]
    [InlineData("System.Threading.Thread.Sleep(60_000);")]
    [InlineData("await Task.Delay(60_000);")]
    [InlineData("while (true) await Task.Delay(5);")]
    [InlineData("new System.Threading.ManualResetEventSlim().Wait();")]
    [InlineData("try { while (true) { } } catch (Exception) { x = -1; }")]
    [InlineData("while (true) { try { while (true) { } } catch { } }")]
    [InlineData("while (true) Console.WriteLine(x);")]
    [InlineData("Parallel.For(0, 2, i => { while (true) { } });")]
    public async Task A_cell_stops_and_the_variables_stay(string endless)
    {
        await session.Run("var x = 1; var kept = \"kept\";");
        var run = await session.RunAndStop(endless, afterMilliseconds: 150);

        Assert.Equal(CellErrorNames.Interrupted, run.Error.Name);
        Assert.Equal("kept", (await session.Run("kept")).Text);
    }

    [Fact]
    public async Task A_cell_that_watches_its_token_stops_itself()
    {
        var run = await session.RunAndStop("""
            using Microsoft.DotNet.Interactive;
            var token = KernelInvocationContext.Current.CancellationToken;
            token.WaitHandle.WaitOne();
            """);

        Assert.Contains(run.Result.Error?.Name, new[] { null, CellErrorNames.Interrupted });
        Assert.Equal("next", (await session.Run("\"next\"")).Text);
    }

    [Fact]
    public async Task A_cell_that_cannot_be_stopped_is_reported_as_still_running()
    {
        // Reading from a pipe to which nobody writes blocks inside the operating system.
        var run = await session.RunAndStopWhenSeen("""
            var pipe = new System.IO.Pipes.AnonymousPipeServerStream(System.IO.Pipes.PipeDirection.In);
            Console.Write("reading");
            pipe.ReadByte();
            """);

        Assert.Equal(CellErrorNames.StillRunning, run.Error.Name);
        Assert.Equal("next", (await session.Run("\"next\"")).Text);
    }

    [Fact]
    public async Task A_function_of_an_earlier_cell_stops_too()
    {
        await session.Run("void Forever() { while (true) { } }");

        Assert.Equal(CellErrorNames.Interrupted, (await session.RunAndStop("Forever();")).Error.Name);
        Assert.Equal("next", (await session.Run("\"next\"")).Text);
    }

    [Fact]
    public async Task A_recursion_without_end_is_an_error_and_the_session_goes_on()
    {
        var error = (await session.Run("int Deeper(int n) => Deeper(n + 1) + 1;\nDeeper(0)")).Error;

        Assert.Equal("InsufficientExecutionStackException", error.Name);
        Assert.Contains(error.Traceback, line => line.Contains("Deeper(Int32 n) in test.ipynb, cell 1, line 1", StringComparison.Ordinal));
        Assert.Equal("next", (await session.Run("\"next\"")).Text);
    }

    [Fact]
    public async Task An_interrupt_that_comes_too_late_changes_nothing()
    {
        var run = await session.RunAndStop("\"done\"", afterMilliseconds: 10_000);

        Assert.Equal("done", run.Text);
    }

    [Fact]
    public async Task Stopping_again_and_again_leaves_a_session_that_works()
    {
        for (var i = 0; i < 10; i++)
            Assert.Equal(CellErrorNames.Interrupted,
                (await session.RunAndStop("while (true) Console.Write(\".\");", afterMilliseconds: 30 + (10 * i))).Error.Name);

        Assert.Equal(["stdout:fine"], (await session.Run("Console.Write(\"fine\");")).Shown);
    }
}
