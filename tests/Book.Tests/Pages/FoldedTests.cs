using Book.Tests.Browser;
using Book.Tests.Building;
using Microsoft.Playwright;
using static Book.Tests.Building.SampleBook;

namespace Book.Tests.Pages;

/// <summary>What a page keeps folded until somebody asks: the checks of a section, answers and solutions.</summary>
[Collection("Browser")]
public sealed class FoldedTests(BrowserFixture browser) : IDisposable
{
    private readonly SampleBook book = new();

    public void Dispose() => book.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Checks_are_one_closed_line_that_opens_by_keyboard_with_and_without_scripts(bool scripts)
    {
        var page = await OpenAsync(scripts: scripts);
        var (line, code) = (page.Locator(".checks > summary"), page.GetByText("Check.Close"));
        await Assertions.Expect(line).ToHaveTextAsync("✓ 2 checks passed");
        await Assertions.Expect(code).ToBeHiddenAsync();
        await line.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(code).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("✓ the slope: 1.43 ≈ 1.43")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task On_paper_checks_stay_one_line_and_answers_are_there()
    {
        var page = await OpenAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.GetByText("2 checks passed")).ToBeVisibleAsync();
        Assert.False(await IsVisibleAsync(page, "pre.output"));
        Assert.True(await IsVisibleAsync(page, "details:not(.checks) li"));
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Open_they_do_not_make_the_page_wider(int width)
    {
        var page = await OpenAsync(width);
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => d.open = true)");
        Assert.InRange(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), 0, width);
    }

    private static Task<bool> IsVisibleAsync(IPage page, string selector) =>
        page.EvaluateAsync<bool>("selector => document.querySelector(selector).checkVisibility()", selector);

    private async Task<IPage> OpenAsync(int width = 1280, bool scripts = true)
    {
        await book.Notebook(
            "01-a.ipynb",
            Prose("# A\n\n## One"),
            Code("Check.Close(\"the slope\", line.Slope, leastSquares.Slope, 0.001); // as far as two hundred epochs come in this notebook",
                Stream("✓ the slope: 1.43 ≈ 1.43 (± 0.001)\n✓ all is well\n")),
            Prose("## Questions\n\n1. Why?\n\n<details><summary>Answers</summary>\n\n1. Because.\n\n</details>")).BuildAsync();
        var page = await browser.NewPageAsync(new() { JavaScriptEnabled = scripts, ViewportSize = new() { Width = width, Height = 800 } });
        await page.GotoAsync(new Uri(Path.Combine(book.Output, "01-a.html")).AbsoluteUri);
        return page;
    }
}
