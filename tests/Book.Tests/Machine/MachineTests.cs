using System.Globalization;
using Book.Tests.Browser;
using Book.Tests.Firefox;

namespace Book.Tests.Machine;

/// <summary>The C# program in the book's pages.</summary>
[Collection("Programs")]
public class MachineTests(BrowserFixture browser)
{
    private const string StrictPolicy =
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; style-src 'self'; img-src data:; font-src data:";

    [Fact]
    public async Task A_page_from_the_disk_trains_as_the_same_source_does_natively()
    {
        var page = await MachinePage.FromDiskAsync(browser);
        await page.EvaluateAsync(MachinePage.Start);
        foreach (var (name, run) in Case.All)
            AssertSame(name, run, await page.EvaluateAsync<double[]>(run.InPage()));
    }

    [Fact]
    public async Task A_page_from_a_host_with_a_strict_policy_runs_it_too()
    {
        var page = await MachinePage.FromHostAsync(browser, StrictPolicy);
        await page.EvaluateAsync(MachinePage.Start);
        var (name, run) = Case.All.First();
        AssertSame(name, run, await page.EvaluateAsync<double[]>(run.InPage()));
    }

    [Fact]
    public async Task Firefox_runs_it_from_the_disk()
    {
        await using var page = await FirefoxPage.OpenAsync(await MachinePage.AddressAsync(), width: 1280);
        await page.EvaluateAsync(MachinePage.Start);
        foreach (var (name, run) in Case.All)
            AssertSame(name, run, Numbers(await page.EvaluateAsync(run.InPage())));
    }

    [Fact]
    public async Task Nothing_of_it_is_fetched_before_it_is_asked_for()
    {
        var page = await MachinePage.FromDiskAsync(browser);
        Assert.False(await page.EvaluateAsync<bool>("'bookPrograms' in window"));
    }

    [Fact]
    public async Task What_a_network_does_is_seen_in_the_page_as_natively()
    {
        var page = await MachinePage.FromDiskAsync(browser);
        await page.EvaluateAsync(MachinePage.Start);
        var moons = Case.All["moons"];
        await page.EvaluateAsync($"{moons.InPage()}.then(() => 0)");
        var (native, grid) = (moons.Run(), (double[])[0, 0, 0.5, -0.5, -1, 1]);
        foreach (var (call, expected) in new[]
        {
            ($"'Predict', {MachinePage.List(grid)}", native.Predict(grid)),
            ($"'Pieces', {MachinePage.List(grid)}", native.Pieces(grid)),
            ($"'Activations', 0, new Float64Array({MachinePage.List(grid)})", native.Activations(0, grid)),
            ("'Parameters'", native.Network.Parameters.ToArray()),
        })
        {
            var found = await page.EvaluateAsync<double[]>($"m.call({call}).then(numbers => [...numbers])");
            Assert.Equal(expected.Length, found.Length);
            for (var i = 0; i < found.Length; i++)
                Assert.Equal(expected[i], found[i], 1e-7);
        }
    }

    [Fact]
    public async Task It_is_stopped_in_the_middle_of_a_call_and_started_again()
    {
        var page = await MachinePage.FromDiskAsync(browser);
        await page.EvaluateAsync(MachinePage.Start);
        var run = Case.All["moons"] with { Steps = int.MaxValue };
        var end = await page.EvaluateAsync<string>($$"""
            async () => {
              const endless = {{run.InPage()}}.then(() => 'it came to an end', error => error.name);
              await m.call('Points', 0);
              await new Promise(done => setTimeout(done, 100));
              m.stop();
              const after = await m.call('Points', 0).catch(error => error.name);
              return `${await endless}, ${after}`;
            }
            """);
        Assert.Equal("AbortError, AbortError", end);
        await page.EvaluateAsync(MachinePage.Start);
        AssertSame("again", Case.All["moons"], await page.EvaluateAsync<double[]>(Case.All["moons"].InPage()));
    }

    [Fact]
    public async Task Two_pages_each_have_their_own()
    {
        var first = await MachinePage.FromDiskAsync(browser);
        var second = await first.Context.NewPageAsync();
        await second.GotoAsync(await MachinePage.AddressAsync());
        await Task.WhenAll(first.EvaluateAsync(MachinePage.Start), second.EvaluateAsync(MachinePage.Start));
        var (line, moons) = (Case.All["a line"], Case.All["moons"]);
        var found = await Task.WhenAll(first.EvaluateAsync<double[]>(line.InPage()), second.EvaluateAsync<double[]>(moons.InPage()));
        AssertSame("first", line, found[0]);
        AssertSame("second", moons, found[1]);
    }

    [Fact]
    public async Task A_mistake_is_a_sentence_and_the_next_call_works()
    {
        var page = await MachinePage.FromDiskAsync(browser);
        await page.EvaluateAsync(MachinePage.Start);
        foreach (var (call, sentence) in new[]
        {
            ("'Fly'", "The program has no 'Fly'."),
            ("'Points', 0", "There are no data yet. Call Data or UseData first."),
            ("'Data', 9, 0.1, 100, 1", "There is no such problem."),
            ("'UseData', 0, [1, 2, 3], []", "Found 3 numbers. Expected 2 finite numbers for each point."),
            ("'UseData', 1, [1, 2, 3], []", "Found the class 3. Expected 0 or 1."),
            ("'UseData', 0, [], []", "Found no point to learn from. Expected one or more."),
            ("'UseData', 0, [1, 2], []", ""),
            ("'Train', 1, 0", "There is no network for these data yet. Call Create first."),
            ("'Create', [1e4, 1e4], 1, 0, 0, 0.1, 0, 0, 0, 1", "Found 100040001 weights. Expected at most 1000000."),
            ("'Create', [0], 1, 0, 0, 0.1, 0, 0, 0, 1", "Found a layer of 0 units. Expected at least 1."),
            ("'Create', [3], 1, 0, 0, 0.1, 0, 0, 0, 1", ""),
            ("'SetParameters', [1]", "Found 1 numbers. Expected 10."),
            ("'Train', 1, 0", ""),
        })
        {
            var said = await page.EvaluateAsync<string>($"m.call({call}).then(() => '', error => error.message)");
            Assert.StartsWith(sentence, said, StringComparison.Ordinal);
            Assert.Equal(sentence.Length == 0, said.Length == 0);
        }
    }

    [Theory]
    [InlineData("delete window.WebAssembly", "C# cannot run in this browser: it has no WebAssembly, or has it switched off.")]
    [InlineData("delete window.Worker", "C# cannot run in this browser: it has no WebAssembly, or has it switched off.")]
    public async Task A_browser_that_cannot_run_it_gets_a_sentence(string without, string sentence)
    {
        var page = await MachinePage.FromDiskAsync(browser);
        await page.EvaluateAsync(without);
        Assert.Equal(sentence, await page.EvaluateAsync<string>("startMachine().catch(error => error.message)"));
    }

    [Fact]
    public async Task A_host_without_the_file_or_whose_policy_forbids_it_gives_a_sentence()
    {
        const string Message = "startMachine().catch(error => error.message)";
        var page = await MachinePage.FromHostAsync(browser, missing: "machine.js");
        Assert.Equal("C# cannot run: assets/machine.js is missing.", await page.EvaluateAsync<string>(Message));
        foreach (var (allowed, instead) in new[] { ("worker-src blob:", "worker-src 'none'"), ("'wasm-unsafe-eval'", "") })
        {
            page = await MachinePage.FromHostAsync(browser, StrictPolicy.Replace(allowed, instead, StringComparison.Ordinal));
            Assert.StartsWith("C# cannot run here. ", await page.EvaluateAsync<string>(Message), StringComparison.Ordinal);
        }
    }

    private static double[] Numbers(string list) =>
        [.. list.Split(',').Select(static number => double.Parse(number, CultureInfo.InvariantCulture))];

    private static void AssertSame(string name, Case run, double[] found)
    {
        var native = run.Run();
        Assert.Equal(run.Steps, found[0]);
        Assert.Equal((double)native.Steps / native.StepsAnEpoch, found[1]);
        foreach (var (expected, loss, what) in new[]
        {
            (native.TrainingLoss, found[2], "loss"),
            (native.HeldOutLoss, found[3], "held-out loss"),
            (native.TrueLoss, found[4], "true loss"),
        })
            Assert.True(
                double.IsNaN(expected) ? double.IsNaN(loss) : Math.Abs(expected - loss) <= 1e-9,
                $"{name}: {what} {loss:R} in the page, {expected:R} natively");
    }
}
