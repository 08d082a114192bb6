using Book.Tests.Browser;
using Microsoft.Playwright;

namespace Book.Tests.Pages;

/// <summary>What a page shows before its script has come, as on a slow line.</summary>
[Collection("Browser")]
public class FirstPaintTests(BrowserFixture browser)
{
    private const string Name = "03-gradient-descent.html";
    private const string EndIsLaidOut =
        "() => document.querySelector('article > :last-child :is(a, p)').checkVisibility({ contentVisibilityAuto: true })";

    [Theory]
    [InlineData(1400)]
    [InlineData(360)]
    public async Task The_end_is_laid_out_when_the_script_has_come_and_nothing_in_sight_moves(int width)
    {
        var (page, bring) = await OpenWithoutScriptAsync("", width);

        Assert.True(await page.Locator("h1").IsVisibleAsync());
        Assert.False(await page.EvaluateAsync<bool>(EndIsLaidOut));
        await page.EvaluateAsync("""
            () => {
              window.shift = 0;
              new PerformanceObserver(list => list.getEntries().forEach(e => { window.shift += e.value; }))
                .observe({ type: 'layout-shift', buffered: true });
            }
            """);
        bring();
        await page.WaitForLoadStateAsync();

        Assert.True(await page.EvaluateAsync<bool>(EndIsLaidOut));
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 100)))");
        Assert.InRange(await page.EvaluateAsync<double>("() => window.shift"), 0, 0.001);
    }

    [Fact]
    public async Task A_link_into_the_page_finds_it_laid_out_and_leads_to_its_heading()
    {
        var (page, bring) = await OpenWithoutScriptAsync("#exercises", 1400);
        Assert.True(await page.EvaluateAsync<bool>(EndIsLaidOut));

        bring();
        await page.WaitForLoadStateAsync();

        await Assertions.Expect(page.Locator("#exercises")).ToBeInViewportAsync();
        Assert.InRange((await page.Locator("#exercises").BoundingBoxAsync())!.Y, 0, 150);
    }

    [Fact]
    public async Task A_reader_who_loads_the_page_again_or_comes_back_is_where_he_was()
    {
        await using var open = await OpenPage.OpenAsync(browser, Name);
        await open.Page.EvaluateAsync("() => scrollTo({ top: 5000, behavior: 'instant' })");

        await open.Page.ReloadAsync();
        await open.Page.WaitForFunctionAsync("() => Math.abs(scrollY - 5000) < 2");

        await open.Page.GotoAsync(await BuiltBook.AddressAsync("glossary.html"));
        await open.Page.GoBackAsync();
        await open.Page.WaitForFunctionAsync("() => Math.abs(scrollY - 5000) < 2");
    }

    /// <summary>Opens the page; its script comes when it is told.</summary>
    private async Task<(IPage Page, Action BringScript)> OpenWithoutScriptAsync(string anchor, int width)
    {
        var page = await browser.NewPageAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 },
            ReducedMotion = ReducedMotion.Reduce,
        });
        var told = new TaskCompletionSource();
        await page.RouteAsync("**/book.js", async route =>
        {
            await told.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(await BuiltBook.AddressAsync(Name) + anchor, new() { WaitUntil = WaitUntilState.Commit });
        await Assertions.Expect(page.Locator("footer")).ToBeAttachedAsync();
        return (page, told.SetResult);
    }
}
