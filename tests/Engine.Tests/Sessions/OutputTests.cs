using FsCheck;
using FsCheck.Fluent;
using Notebooks.Sessions.Messages;

namespace Engine.Tests.Sessions;

public sealed class OutputTests : IDisposable
{
    private readonly TestSession session = new();

    public void Dispose() => session.Dispose();

    [Fact]
    public async Task Console_output_and_displays_keep_their_order()
    {
        var run = await session.Run(
            "Console.Write(1); Console.WriteLine(2); display(\"three\"); Console.Error.Write(4); Console.Write('5');");

        Assert.Equal(["stdout:12\n", "display:three", "stderr:4", "stdout:5"], run.Shown);
    }

    [Fact]
    public async Task Output_keeps_its_order_whatever_is_shown_and_from_whichever_thread()
    {
        // One letter each: o and e write to the console, d displays; a capital does so from a thread of its own.
        await session.Run("""
            using System.Threading;
            void Show(string plan)
            {
                for (var i = 0; i < plan.Length; i++)
                {
                    var (kind, n) = (plan[i], i);
                    void Act()
                    {
                        switch (char.ToLowerInvariant(kind))
                        {
                            case 'o': Console.Write($"<{n}>"); break;
                            case 'e': Console.Error.Write($"<{n}>"); break;
                            default: display($"<{n}>"); break;
                        }
                    }

                    if (char.IsUpper(kind)) { var thread = new Thread(Act); thread.Start(); thread.Join(); } else Act();
                }
            }
            """);
        var plans = Gen.Elements('o', 'e', 'd', 'O', 'E', 'D').ArrayOf().Select(letters => new string(letters)).ToArbitrary();

        Prop.ForAll(plans, plan =>
        {
            var run = session.Run($"Show(\"{plan}\");").GetAwaiter().GetResult();
            var shown = string.Concat(run.Shown.Select(text => text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..]));
            return shown == string.Concat(Enumerable.Range(0, plan.Length).Select(i => $"<{i}>"));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    [Fact]
    public async Task Text_appears_while_the_cell_still_runs()
    {
        var seen = new TaskCompletionSource();
        session.Seen = _ => seen.TrySetResult();
        var running = session.Run("Console.Write(\"first\"); System.Threading.Thread.Sleep(2000);");

        Assert.Same(seen.Task, await Task.WhenAny(seen.Task, running));
        await running;
    }

    [Fact]
    public async Task A_loop_that_prints_much_makes_few_events_and_loses_nothing()
    {
        var run = await session.Run("for (var i = 0; i < 20000; i++) Console.WriteLine(i);");

        Assert.Equal(string.Concat(Enumerable.Range(0, 20000).Select(i => $"{i}\n")),
            string.Concat(run.Events.Cast<SessionEvent.Text>().Select(text => text.Content)));
        Assert.InRange(run.Events.Count, 1, 200);
    }

    [Fact]
    public async Task The_console_is_the_cells_even_after_another_cell_has_replaced_it()
    {
        await session.Run("Console.SetOut(System.IO.TextWriter.Null);");

        Assert.Equal(["stdout:here"], (await session.Run("Console.Write(\"here\");")).Shown);
    }

    [Fact]
    public async Task What_a_task_writes_after_its_cell_has_ended_is_dropped()
    {
        await session.Run("var late = Task.Run(async () => { await Task.Delay(50); Console.Write(\"late\"); });");

        Assert.Empty((await session.Run("await late;")).Shown);
    }

    [Fact]
    public async Task Input_without_a_keyboard_is_an_error_that_says_so() =>
        Assert.Contains("nobody is there to answer", (await session.Run("Console.ReadLine()")).Error.Message, StringComparison.Ordinal);

    [Fact]
    public async Task Input_comes_from_the_front_end()
    {
        List<InputRequest> asked = [];
        session.Session.Input = request =>
        {
            asked.Add(request);
            return "answer";
        };

        Assert.Equal("answer|answer|97", (await session.Run(
            "Console.ReadLine() + \"|\" + (await Microsoft.DotNet.Interactive.Kernel.GetPasswordAsync(\"key?\")).GetClearTextPassword() "
                + "+ \"|\" + Console.Read()")).Text);
        Assert.Equal([new InputRequest("", false), new InputRequest("key?", true), new InputRequest("", false)], asked);
    }

    [Fact]
    public async Task Warnings_go_to_standard_error_with_their_place() =>
        Assert.Equal(
            ["stderr:test.ipynb, cell 1, line 2, column 10: warning CS0162: Unreachable code detected\n"],
            (await session.Run("int F() { return 1;\n         Console.WriteLine(); }")).Shown);
}
