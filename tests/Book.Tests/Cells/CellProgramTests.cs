using System.IO.Compression;
using System.Text.Json.Nodes;
using Book.Tests.Browser;
using Book.Tests.Firefox;
using Book.Tests.Machine;
using Book.Tests.Pages;
using Microsoft.DotNet.Interactive.Formatting;

namespace Book.Tests.Cells;

/// <summary>The program that runs cells in a page.</summary>
[Collection("Programs")]
public class CellProgramTests(BrowserFixture browser)
{
    [Fact]
    public async Task Cells_know_what_those_before_them_declared_and_opened()
    {
        var program = await CellProgram.StartAsync(browser);
        Assert.Empty(await program.ShowAsync("#r \"../src/NeuralNets/bin/NeuralNets.dll\"\nusing System.Globalization;\nint seven = 7;"));
        Assert.Empty(await program.ShowAsync("record Pair(int A, int B); // a type\nint Twice(int x) => 2 * x;"));
        Assert.Equal("14 Pair { A = 7, B = 1 }", Text(await program.ShowAsync("$\"{Twice(seven)} {new Pair(seven, 1)}\"")));
        Assert.Equal("seven", Text(await program.ShowAsync("await Task.Delay(1); \"Seven\".ToLower(CultureInfo.InvariantCulture)")));
        Assert.NotNull((await program.RunAsync("seven = eight;")).Error);
        Assert.Equal("9", Text(await program.ShowAsync("seven += 2; $\"{seven}\"")));
    }

    [Theory]
    [InlineData("int x = 1;\nx = y + 1;", "compile", "CS0103: The name 'y' does not exist in the current context", 2, 5)]
    [InlineData("var a = 1 +;", "compile", "CS1525: Invalid expression term ';'", 1, 12)]
    [InlineData("#r \"nuget: Humanizer\"\n1", "compile", "CS0006: A page fetches no packages. Download the notebooks, ", 1, 1)]
    [InlineData("int zero = 0;\n\n  Console.WriteLine(1 / zero);", "exception", "System.DivideByZeroException: Attempted to ", 3, 3)]
    [InlineData("int F(int n) => F(n + 1) + 1;\nF(0)", "exception", "System.InsufficientExecutionStackException: ", 1, 17)]
    [InlineData("new[] { 1 }.Select(x => int.Parse(\"a\")).ToList()", "exception", "System.FormatException: The input string 'a' ", 1, 25)]
    [InlineData("torch.ones(2) + torch.ones(3)", "exception", "System.Runtime.InteropServices.ExternalException: ", 1, 1)]
    public async Task An_error_says_what_and_where_and_the_next_cell_runs(string code, string kind, string message, int line, int column)
    {
        var program = await CellProgram.StartAsync(browser);
        await program.ShowAsync("using TorchSharp;");
        var (error, _) = await program.RunAsync(code);
        Assert.Equal(kind, (string?)error!["kind"]);
        Assert.StartsWith(message, (string?)error["message"], StringComparison.Ordinal);
        Assert.Equal((line, column), ((int)error["line"]!, (int)error["column"]!));
        Assert.Equal(kind == "compile", error["diagnostics"]!.AsArray().Count > 0);
        Assert.Equal("still here", Text(await program.ShowAsync("\"still here\"")));
    }

    [Fact]
    public async Task What_a_cell_writes_comes_while_it_runs_and_an_endless_one_is_stopped()
    {
        var program = await CellProgram.StartAsync(browser);
        var seen = await program.EvaluateAsync<string>("""
            (async () => {
              const endless = m.call('Run', 'for (var i = 0; ; i++) if (i < 3) Console.WriteLine(i);').catch(error => error.name);
              const text = () => shown.map(output => output.text).join('');
              while (text().length < 6) await new Promise(done => setTimeout(done, 10));
              m.stop();
              return text() + await endless;
            })()
            """);
        Assert.Equal("0\n1\n2\nAbortError", seen);
        await program.EvaluateAsync<object?>(CellProgram.Start);
        Assert.Equal("anew", Text(await program.ShowAsync("\"anew\"")));
    }

    [Fact]
    public async Task Many_lines_come_together_and_none_is_lost()
    {
        var program = await CellProgram.StartAsync(browser);
        var shown = await program.ShowAsync("for (var i = 0; i < 5000; i++) Console.WriteLine(i); Console.Error.Write(\"end\");");
        Assert.InRange(shown.Count, 2, 1000);
        Assert.Equal(string.Concat(Enumerable.Range(0, 5000).Select(i => $"{i}\n")),
            string.Concat(shown.Where(output => (string?)output!["kind"] == "stdout").Select(output => (string?)output!["text"])));
        Assert.Equal("end", (string?)shown.Single(output => (string?)output!["kind"] == "stderr")!["text"]);
    }

    [Fact]
    public async Task Values_are_shown_as_the_notebook_shows_them()
    {
        var program = await CellProgram.StartAsync(browser);
        foreach (var (code, value) in new (string, object?)[]
        {
            ("1", 1), ("2.5", 2.5), ("\"<b>\"", "<b>"), ("true", true), ("(object)null", null), ("'c'", 'c'),
            ("new[] { 1, 2 }", new[] { 1, 2 }), ("new List<string> { \"a\" }", new List<string> { "a" }),
            ("new Dictionary<string, double> { [\"a\"] = 0.5 }", new Dictionary<string, double> { ["a"] = 0.5 }),
            ("(1, \"b\")", (1, "b")), ("new { A = 1, B = \"x\" }", new { A = 1, B = "x" }), ("DateTime.UnixEpoch", DateTime.UnixEpoch),
            ("TimeSpan.FromSeconds(3)", TimeSpan.FromSeconds(3)), ("DayOfWeek.Friday", DayOfWeek.Friday),
            ("new double[,] { { 1, 2 } }", new double[,] { { 1, 2 } }), ("new Version(1, 2)", new Version(1, 2)),
        })
        {
            var shown = Assert.Single(await program.ShowAsync(code))!;
            Assert.Equal("result", (string?)shown["kind"]);
            Assert.Equal(
                FormattedValue.CreateManyFromObject(value).Select(form => $"{form.MimeType}: {form.Value}"),
                shown["mime"]!.AsObject().Select(form => $"{form.Key}: {form.Value}"));
        }
    }

    [Fact]
    public async Task What_is_displayed_is_redrawn_in_place()
    {
        var program = await CellProgram.StartAsync(browser);
        var shown = await program.ShowAsync("var one = display(\"first\"); \"other\".Display(); one.Update(\"second\"); one");
        Assert.Equal(["first", "other", "second"], shown.Select(output => (string?)output!["mime"]!["text/plain"]));
        Assert.All(shown, output => Assert.Equal("display", (string?)output!["kind"]));
        Assert.Equal((string?)shown[0]!["id"], (string?)shown[2]!["id"]);
        Assert.NotEqual((string?)shown[0]!["id"], (string?)shown[1]!["id"]);
    }

    [Fact]
    public async Task Names_are_completed_by_what_is_known_at_their_place()
    {
        var program = await CellProgram.StartAsync(browser);
        await program.ShowAsync("using NeuralNets.Charts; double[] heights = [1, 2];");
        foreach (var (before, after, label, kind) in new[]
        {
            ("heig", "", "heights", "variable"), ("heights.", "", "Length", "property"), ("heights.Av", "", "Average", "method"),
            ("Figure.", "\nvar y = 1;", "Line", "method"), ("heights.Select(h => h.", ")", "CompareTo", "method"),
            ("System.Col", "", "Collections", "namespace"), ("var local = 3; loc", "", "local", "variable"),
            ("new Fig", "", "Figure", "class"),
        })
        {
            var found = await program.CallAsync("Complete", before + after, before.Length);
            var entry = Assert.Single(found, entry => (string?)entry!["label"] == label)!;
            Assert.Equal((kind, label), ((string?)entry["kind"], (string?)entry["insert"]));
            Assert.Equal(label[..(before.Length - (int)entry["from"]!)], before[(int)entry["from"]!..], ignoreCase: true);
        }

        Assert.Empty(await program.CallAsync("Complete", "heights.Nothing", 15));
    }

    [Fact]
    public async Task Firefox_runs_a_cell_from_the_disk()
    {
        await using var page = await FirefoxPage.OpenAsync(await MachinePage.AddressAsync(), width: 1280);
        await page.EvaluateAsync(CellProgram.Start);
        var cell = "using NeuralNets.Charts; Console.WriteLine(6 * 7); Figure.Line([0.0, 1], [0.0, 1])";
        var result = JsonNode.Parse(await page.EvaluateAsync(CellProgram.Call(cell)))!;
        Assert.Null(result["error"]);
        var shown = result["shown"]!.AsArray();
        Assert.Equal("42\n", string.Concat(shown.Select(output => (string?)output!["text"])));
        Assert.StartsWith("<div class=\"nnf\"", (string?)shown[^1]!["mime"]!["text/html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_takes_less_than_7_MB_on_the_wire()
    {
        await MachinePage.AddressAsync();
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            await using var script = File.OpenRead(Path.Combine(await BuiltBook.FolderAsync(), "assets", CellProgram.Script));
            await script.CopyToAsync(gzip, TestContext.Current.CancellationToken);
        }

        Assert.InRange(packed.Length, 1, 7_000_000);
    }

    private static string? Text(JsonArray shown) => (string?)Assert.Single(shown)!["mime"]!["text/plain"];
}
