using System.Diagnostics;
using Notebooks.Sessions.Messages;
using Notebooks.Workers;

namespace Engine.Tests.Workers;

/// <summary>A session in a process of its own, whose cells are compiled here.</summary>
public sealed class WorkerSessionTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("worker ").FullName;
    private readonly List<SessionEvent> events = [];
    private readonly WorkerSession session;
    private int cells;

    public WorkerSessionTests() => session = new WorkerSession(folder, KeepAsync) { Asked = AnswerAsync };

    public void Dispose()
    {
        session.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_cell_knows_what_an_earlier_one_submitted_after_it_was_compiled_ahead()
    {
        const string submit = """
            using Microsoft.DotNet.Interactive.Commands;
            await Microsoft.DotNet.Interactive.Kernel.Root.SendAsync(new SubmitCode("var x = 2;"));
            """;

        await RunAsync("var x = 1;", submit, "x", "#!time\nvar y = x + 1;", "y");

        Assert.Equal(["2", "3"], Values);
    }

    [Fact]
    public async Task A_cell_reads_the_file_that_the_one_before_it_has_written()
    {
        await RunAsync("System.IO.File.WriteAllText(\"later.csx\", \"var loaded = 42;\");", "#load \"later.csx\"\nloaded", "loaded + 1");

        Assert.Equal(["42", "43"], Values);
    }

    [Fact]
    public async Task A_cell_that_does_not_compile_leaves_no_trace_in_the_next()
    {
        var results = await RunAsync("var x = 1;", "var x = \"\"; var y = nothing;", "x", "y");

        Assert.Equal([null, "CompilationError", null, "CompilationError"], results.Select(result => result.Error?.Name));
        Assert.Equal(["1"], Values);
    }

    [Fact]
    public async Task A_value_as_deep_as_JSON_may_be_comes_through()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 60)) + string.Concat(Enumerable.Repeat("]", 60));

        await RunAsync($"new Microsoft.DotNet.Interactive.Formatting.FormattedValue(\"application/json\", \"{deep}\")");

        Assert.Equal(deep, events.OfType<SessionEvent.Value>().Single().Data.Data["application/json"].ToJsonString());
    }

    [Fact]
    public async Task A_question_is_answered_and_an_interrupted_cell_leaves_its_variables()
    {
        await RunAsync("var name = Console.ReadLine();");
        using var stop = new CancellationTokenSource(300);
        var stopped = await session.ExecuteAsync(new CellRequest("while (true) ;", "n", 9), null, KeepAsync, stop.Token);
        await RunAsync("name");

        Assert.Equal(CellErrorNames.Interrupted, stopped.Error?.Name);
        Assert.Equal(["answer"], Values);
    }

    [Fact]
    public async Task A_cell_that_is_interrupted_before_it_is_compiled_does_not_run()
    {
        var stopped = await session.ExecuteAsync(new CellRequest("var ran = 1;", "n", 1), null, KeepAsync, new CancellationToken(true));
        var after = await RunAsync("ran", "1");

        Assert.Equal(CellErrorNames.Interrupted, stopped.Error?.Name);
        Assert.Equal([CellErrorNames.Compilation, null], after.Select(result => result.Error?.Name));
    }

    [Fact]
    public async Task The_end_of_the_process_is_the_cells_error_and_that_of_each_cell_after_it()
    {
        var result = (await RunAsync("Environment.Exit(3);"))[0];

        Assert.Equal("ProcessExited", result.Error?.Name);
        Assert.True(session.HasEnded);
        Assert.Equal("ProcessExited", (await RunAsync("1"))[0].Error?.Name);
    }

    [Fact]
    public async Task A_process_that_a_cell_left_behind_holds_nobody_up()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "setsid is Linux'");
        var clock = Stopwatch.StartNew();
        using (var other = new WorkerSession(folder))
        {
            var leave = new CellRequest("System.Diagnostics.Process.Start(\"setsid\", \"sleep 60\");", "n", 1);
            await other.ExecuteAsync(leave, null, KeepAsync, Token);
        }

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"took {clock.Elapsed}");
    }

    [Fact]
    public async Task The_worker_knows_its_magic_commands() => Assert.Contains("#!time", await session.MagicCommandsAsync());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IEnumerable<string> Values =>
        events.OfType<SessionEvent.Value>().Select(value => value.Data.Data["text/plain"].ToString());

    /// <summary>Executes cells, each of which knows the next.</summary>
    private async Task<IReadOnlyList<CellResult>> RunAsync(params string[] codes)
    {
        List<CellRequest> requests = [.. codes.Select(code => new CellRequest(code, "n", ++cells))];
        List<CellResult> results = [];
        foreach (var (i, request) in requests.Index())
            results.Add(await session.ExecuteAsync(request, requests.ElementAtOrDefault(i + 1), KeepAsync, Token));
        return results;
    }

    private ValueTask KeepAsync(SessionEvent emitted)
    {
        events.Add(emitted);
        return ValueTask.CompletedTask;
    }

    private ValueTask AnswerAsync(InputRequest asked)
    {
        session.Answer("answer");
        return ValueTask.CompletedTask;
    }
}
