using System.Globalization;
using Book.Tests.Browser;
using Book.Tests.Building;
using Microsoft.Playwright;
using static Book.Tests.Building.SampleBook;

namespace Book.Tests.Pages;

/// <summary>What an author sees who writes while <c>book --watch</c> runs.</summary>
[Collection("Browser")]
public sealed class WatchTests(BrowserFixture browser) : IDisposable
{
    private const string Name = "01-a.ipynb";
    private readonly SampleBook book = new();

    public void Dispose() => book.Dispose();

    [Fact]
    public async Task A_saved_notebook_is_shown_at_once_and_what_is_being_read_stays_where_it_is()
    {
        var prose = Enumerable.Range(1, 60).Select(n => string.Create(CultureInfo.InvariantCulture, $"Paragraph {n} of many.")).ToList();
        await using var watched = await StartAsync(prose);
        var page = await OpenAsync(watched);
        await page.EvaluateAsync("() => scrollTo({ top: 1500, behavior: 'instant' })");
        var read = page.GetByText("Paragraph 40 of", new() { Exact = false });
        var (scrolled, top) = (await ScrolledAsync(page), await TopAsync(read));
        Assert.InRange(top, 0, 780);

        prose[58] = "A word below.";
        Save(prose);
        await Assertions.Expect(page.GetByText("A word below.")).ToBeAttachedAsync();
        await LoadedAsync(page);
        Assert.Equal(scrolled, await ScrolledAsync(page), 1.0);
        Assert.Equal(top, await TopAsync(read), 1.0);

        prose.InsertRange(1, Enumerable.Repeat("Much more above.", 20));
        Save(prose);
        await Assertions.Expect(page.GetByText("Much more above.")).ToHaveCountAsync(20);
        await LoadedAsync(page);
        Assert.True(await ScrolledAsync(page) > scrolled + 400, "The page has grown above the reader.");
        Assert.Equal(top, await TopAsync(read), 1.0);

        prose[prose.IndexOf("Paragraph 39 of many.")] = "The paragraph at hand, written anew.";
        Save(prose);
        await Assertions.Expect(page.GetByText("written anew")).ToBeInViewportAsync();
        await LoadedAsync(page);
        Assert.Equal(top, await TopAsync(read), 1.0);
    }

    [Fact]
    public async Task A_solution_that_was_open_is_open_again_and_the_place_in_it_is_kept()
    {
        var steps = string.Join("\n\n", Enumerable.Range(1, 60).Select(n => $"Step {n}."));
        var solution = $"<details><summary>Solution</summary>\n\n{steps}\n\n</details>";
        await using var watched = await StartAsync(["Exercise.", solution, "The end."]);
        var page = await OpenAsync(watched);
        await page.Locator("summary").ClickAsync();
        await page.EvaluateAsync("() => scrollTo({ top: 1200, behavior: 'instant' })");
        var top = await TopAsync(page.GetByText("Step 35."));
        Save(["Exercise, in more words.", solution, "The end."]);
        await Assertions.Expect(page.GetByText("in more words")).ToBeAttachedAsync();
        await LoadedAsync(page);
        Assert.Equal(top, await TopAsync(page.GetByText("Step 35.")), 1.0);
    }

    [Fact]
    public async Task A_build_that_fails_is_shown_and_the_watching_goes_on()
    {
        await using var watched = await StartAsync(["As it was."]);
        var page = await OpenAsync(watched);

        Save([@"A formula that nobody can set: $\frobnicate$."]);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(
            @"notebooks/01-a.ipynb, cell 2: The book cannot set the command '\frobnicate'");
        await Assertions.Expect(page.GetByText("As it was.")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();

        book.File($"notebooks/{Name}", "{ half a notebo");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("01-a.ipynb");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).Not.ToContainTextAsync("frobnicate");

        book.Notebook(Name, Prose("# A"), Code("throw new InvalidOperationException(\"on purpose\");"));
        await Assertions.Expect(page.Locator(".output.error")).ToContainTextAsync("on purpose", new() { Timeout = 60_000 });
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);

        Save(["Mended."]);
        await Assertions.Expect(page.GetByText("Mended.")).ToBeVisibleAsync();
        Assert.True(watched.IsAlive);
        Assert.Contains("frobnicate", watched.Problems.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_build_that_fails_is_no_end_either()
    {
        await using var watched = await StartAsync([@"A formula that nobody can set: $\frobnicate$."]);
        Assert.Contains("frobnicate", watched.Problems.ToString(), StringComparison.Ordinal);
        var page = await browser.NewPageAsync();
        var missing = await page.GotoAsync(new Uri(watched.Address, "01-a.html").AbsoluteUri);
        Assert.Equal(404, missing!.Status);

        Save(["Mended."]);
        for (var i = 0; i < 60 && missing!.Status == 404; i++)
        {
            await Task.Delay(500, TestContext.Current.CancellationToken);
            missing = await page.ReloadAsync();
        }

        await Assertions.Expect(page.GetByText("Mended.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_saved_during_the_first_build_is_built_after_it()
    {
        book.Notebook(Name, Prose("# A"), Code("System.IO.File.WriteAllText(\"../begun\", \"\"); System.Threading.Thread.Sleep(1000);"));
        var starting = WatchedBook.StartAsync(book);
        while (!File.Exists(Path.Combine(book.Root, "begun")) && !starting.IsCompleted)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.False(starting.IsCompleted);
        Save(["Saved meanwhile."]);
        await using var watched = await starting;
        await Assertions.Expect((await OpenAsync(watched)).GetByText("Saved meanwhile.")).ToBeVisibleAsync();
    }

    private async Task<WatchedBook> StartAsync(IReadOnlyList<string> prose)
    {
        Save(prose);
        return await WatchedBook.StartAsync(book);
    }

    private void Save(IReadOnlyList<string> prose) => book.Notebook(Name, [Prose("# A"), .. prose.Select(Prose)]);

    private async Task<IPage> OpenAsync(WatchedBook watched)
    {
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1000, Height = 800 } });
        page.SetDefaultTimeout(30_000);
        await page.GotoAsync(new Uri(watched.Address, "01-a.html").AbsoluteUri);
        return page;
    }

    // Asked of the page itself: the message that it has loaded did not come once, on a busy machine.
    private static Task<IJSHandle> LoadedAsync(IPage page) => page.WaitForFunctionAsync("() => document.readyState === 'complete'");

    private static Task<double> ScrolledAsync(IPage page) => page.EvaluateAsync<double>("() => scrollY");

    private static Task<double> TopAsync(ILocator text) => text.EvaluateAsync<double>("element => element.getBoundingClientRect().top");
}
