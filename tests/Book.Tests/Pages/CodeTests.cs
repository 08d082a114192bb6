using Book.Tests.Browser;
using Book.Tests.Building;
using Microsoft.Playwright;
using static Book.Tests.Building.SampleBook;

namespace Book.Tests.Pages;

/// <summary>How much of a cell's code a page shows, and what is copied of it.</summary>
[Collection("Browser")]
public sealed class CodeTests(BrowserFixture browser) : IDisposable
{
    private const string Setup = "#r \"../src/Lib.dll\"\nusing Lib;";
    private const string Drawing = "Chart.Line(x)\n    .Titled(\"A\")";
    private const string Steps = "var x = Learn();\n" + Drawing;
    private readonly SampleBook book = new();

    public void Dispose() => book.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_loads_and_what_draws_is_one_line_and_the_steps_are_there_with_and_without_scripts(bool scripts)
    {
        var page = await OpenAsync(scripts);
        await Assertions.Expect(page.GetByText("2 lines that load what this page needs")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("2 lines that draw the figure")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("using Lib;")).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByText(".Titled")).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByText("var x = Learn();")).ToBeVisibleAsync();
        await page.GetByText("2 lines that draw the figure").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText(".Titled")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_cell_is_copied_whole_with_what_is_folded()
    {
        var page = await OpenAsync();
        await page.EvaluateAsync("() => { navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }; }");
        await page.Locator("#cell-2").HoverAsync();
        await page.Locator("#cell-2").GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        Assert.Equal(Steps, await page.EvaluateAsync<string>("() => window.copied"));
    }

    [Fact]
    public async Task How_much_code_is_shown_is_remembered_on_other_pages()
    {
        var page = await OpenAsync();
        await page.GetByLabel("all of it").CheckAsync();
        await Assertions.Expect(page.GetByText(".Titled")).ToBeVisibleAsync();
        await page.GotoAsync(Address("02-b.html"));
        await Assertions.Expect(page.GetByText(".Titled")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("all of it")).ToBeCheckedAsync();
        await page.GetByLabel("none").CheckAsync();
        await page.GotoAsync(Address("01-a.html"));
        await Assertions.Expect(page.GetByText("var x = Learn();")).ToBeHiddenAsync();
        await page.GetByLabel("the steps").CheckAsync();
        await Assertions.Expect(page.GetByText("var x = Learn();")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText(".Titled")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task On_paper_the_code_is_there_and_what_only_loads_is_not()
    {
        var page = await OpenAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var seen = await page.EvaluateAsync<bool[]>("""
            () => ['Learn', 'Titled', 'using'].map(word => [...document.querySelectorAll('code')]
              .find(code => code.textContent.includes(word)).checkVisibility())
            """);
        Assert.Equal([true, true, false], seen);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Long_lines_are_seen_whole_and_none_of_a_hundred_characters_is_broken_on_a_wide_page(int width)
    {
        var page = await OpenAsync(width: width);
        var line = page.Locator("#cell-3 code");
        var (height, one) = (await HeightAsync(line), await HeightAsync(page.Locator("#cell-2 code").First));
        Assert.True(await line.EvaluateAsync<bool>("code => code.parentElement.scrollWidth <= code.parentElement.clientWidth"));
        Assert.Equal(width == 360, height > 1.5 * one);
    }

    private static Task<double> HeightAsync(ILocator code) => code.EvaluateAsync<double>("code => code.parentElement.clientHeight");

    private string Address(string page) => new Uri(Path.Combine(book.Output, page)).AbsoluteUri;

    private async Task<IPage> OpenAsync(bool scripts = true, int width = 1280)
    {
        const string Figure = "<div id=\"f\" data-figure><svg viewBox=\"0 0 9 9\"><title>T</title></svg></div>";
        var hundred = $"var letters = \"{new string('x', 83)}\";";
        Assert.Equal(100, hundred.Length);
        foreach (var name in new[] { "01-a.ipynb", "02-b.ipynb" })
            book.Notebook(name, Prose("# A"), Code(Setup), Code(Steps, Shown("text/html", Figure)), Code(hundred));
        await book.BuildAsync();
        var page = await browser.NewPageAsync(new() { JavaScriptEnabled = scripts, ViewportSize = new() { Width = width, Height = 800 } });
        await page.GotoAsync(Address("01-a.html"));
        return page;
    }
}
