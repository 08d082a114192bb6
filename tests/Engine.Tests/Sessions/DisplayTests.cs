using Notebooks.Sessions.Messages;

namespace Engine.Tests.Sessions;

public sealed class DisplayTests : IDisposable
{
    private readonly TestSession session = new();

    public void Dispose() => session.Dispose();

    [Theory]
    [InlineData("42", "<div class=\"dni-plaintext\"><pre>42</pre></div>")]
    [InlineData("1.5", "<div class=\"dni-plaintext\"><pre>1.5</pre></div>")]
    [InlineData("(object)null", "<div class=\"dni-plaintext\"><pre>&lt;null&gt;</pre></div>")]
    [InlineData("HTML(\"<b>bold</b>\")", "<b>bold</b>")]
    [InlineData("new[] { 1, 2 }", "<div class=\"dni-plaintext\"><pre>[ 1, 2 ]</pre></div>")]
    [InlineData("(1, \"a\")", "<details open=\"open\" class=\"dni-treeview\">")]
    public async Task A_value_is_shown_as_the_real_formatters_show_it(string expression, string html) =>
        Assert.StartsWith(html, (await session.Run(expression)).Html, StringComparison.Ordinal);

    [Fact]
    public async Task A_string_is_plain_text()
    {
        var run = await session.Run("\"text\"");

        Assert.Equal("text", run.Text);
        Assert.Null(run.Html);
    }

    [Fact]
    public async Task A_library_formats_its_types_by_an_attribute_of_the_agreed_name_in_all_representations_it_prefers()
    {
        await session.Run("""
            class TypeFormatterSourceAttribute : Attribute
            {
                public TypeFormatterSourceAttribute(Type formatterSourceType) => FormatterSourceType = formatterSourceType;
                public Type FormatterSourceType { get; }
                public string[] PreferredMimeTypes { get; set; }
            }

            public class Source { public IEnumerable<object> CreateTypeFormatters() => new object[] { new Html(), new Plain() }; }
            public class Html { public string MimeType => "text/html"; public bool Format(object value, System.IO.TextWriter writer) { writer.Write("<i>drawn</i>"); return true; } }
            public class Plain { public string MimeType => "text/plain"; public bool Format(object value, System.IO.TextWriter writer) { writer.Write("said"); return true; } }

            [TypeFormatterSource(typeof(Source), PreferredMimeTypes = new[] { "text/html", "text/plain" })]
            public class Figure { }
            """);
        var run = await session.Run("new Figure()");

        Assert.Equal(("<i>drawn</i>", "said"), (run.Html, run.Text));
    }

    [Fact]
    public async Task A_formatter_of_the_readers_own_is_used()
    {
        await session.Run(
            "class Money { } Microsoft.DotNet.Interactive.Formatting.Formatter.Register<Money>(m => \"$$$\", \"text/html\");");

        Assert.Equal("$$$", (await session.Run("new Money()")).Html);
    }

    [Fact]
    public async Task A_formatter_that_throws_fails_the_cell_and_names_the_type()
    {
        await session.Run(
            "class Broken { } Microsoft.DotNet.Interactive.Formatting.Formatter.Register"
                + "<Broken>((b, w) => throw new Exception(\"no ink\"), \"text/html\");");
        var error = (await session.Run("new Broken()")).Error;

        Assert.Contains("Broken, cannot be shown: no ink", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_redraws_the_same_output()
    {
        var run = await session.Run("var shown = display(\"a\"); shown.Update(\"b\");");
        var later = await session.Run("shown.Update(\"c\");");

        Assert.Equal(["display:a", "update:b"], run.Shown);
        Assert.Equal(["update:c"], later.Shown);
        var id = Assert.IsType<SessionEvent.Display>(run.Events[0]).DisplayId;
        Assert.All(run.Events.Concat(later.Events).OfType<SessionEvent.UpdateDisplay>(), update => Assert.Equal(id, update.DisplayId));
    }

    [Fact]
    public async Task A_library_that_knows_only_names_can_display_and_redraw()
    {
        // What NeuralNets does, which has no reference to any engine.
        var run = await session.Run("""
            var context = Type.GetType("Microsoft.DotNet.Interactive.KernelInvocationContext, Microsoft.DotNet.Interactive");
            var current = context.GetProperty("Current").GetValue(null);
            var display = context.Assembly.GetType("Microsoft.DotNet.Interactive.KernelInvocationContextExtensions").GetMethod("Display");
            var shown = display.Invoke(null, new[] { current, "<p>1</p>", new[] { "text/plain" } });
            shown.GetType().GetMethod("Update").Invoke(shown, new object[] { "<p>2</p>" });
            """);

        Assert.Equal(["display:<p>1</p>", "update:<p>2</p>"], run.Shown);
    }

    [Theory]
    [InlineData("var thread = new System.Threading.Thread(() => display(\"x\")); thread.Start(); thread.Join();")]
    [InlineData("await Task.Run(() => display(\"x\"));")]
    [InlineData("await Task.Delay(1); display(\"x\");")]
    [InlineData("Parallel.For(0, 1, _ => display(\"x\"));")]
    [InlineData("System.Threading.ThreadPool.QueueUserWorkItem(_ => { display(\"x\"); done.SetResult(); }); await done.Task;")]
    public async Task The_running_cell_is_known_on_every_thread_that_it_starts(string code)
    {
        await session.Run("var done = new TaskCompletionSource();");

        Assert.Equal(["display:x"], (await session.Run(code)).Shown);
    }

    [Fact]
    public async Task Mime_types_can_be_chosen_and_several_given()
    {
        var run = await session.Run(
            "display(5, \"text/plain\", \"text/html\"); \"$x$\".DisplayAs(\"text/latex\"); new[] { 1 }.Display(\"application/json\");");
        var bundles = run.Events.Cast<SessionEvent.Display>().Select(display => display.Data.Data).ToList();

        Assert.Equal(["text/plain", "text/html"], bundles[0].Keys);
        Assert.Equal("$x$", bundles[1]["text/latex"].ToString());
        Assert.Equal("[1]", bundles[2]["application/json"].ToJsonString());
    }

    [Theory]
    [InlineData("display(5)")]
    [InlineData("5.Display()")]
    public async Task A_display_as_last_expression_shows_its_value_once(string code)
    {
        var run = await session.Run(code);

        Assert.Single(run.Events);
        Assert.Null(run.Value);
    }

    [Fact]
    public async Task A_task_as_value_is_shown_with_the_warning_that_nobody_awaits_it()
    {
        var run = await session.Run("Task.FromResult(3)");

        Assert.StartsWith(
            "stderr:test.ipynb, cell 1, line 1, column 1: warning CS4014:", Assert.Single(run.Shown), StringComparison.Ordinal);
        Assert.Contains("RanToCompletion", run.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public class A { public int V = 1; }")]
    [InlineData("class A { int v = 5; public int Get() => v; }")]
    [InlineData("class A { static readonly int V = 5; public static int Get() => V; }")]
    [InlineData("partial class A { int v = 5; } partial class A { public int Get() => v; }")]
    public async Task A_class_with_an_initialised_field_gives_no_warning(string code) => Assert.Empty((await session.Run(code)).Events);

    [Fact]
    public async Task A_field_that_is_never_assigned_gives_a_warning() =>
        Assert.Contains(
            "CS0649", Assert.Single((await session.Run("class A { int v; public int Get() => v; }")).Shown), StringComparison.Ordinal);
}
