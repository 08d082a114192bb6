using System.Text.Json;
using Book.Tests.Browser;
using NeuralNets.Tests.Charts;

namespace Book.Tests.Figures;

/// <summary>Every kind of figure as a reader sees it: alive, without plotly.js, and with scripts off.</summary>
[Collection("Browser")]
public class FigureTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(400, "dark")]
    [InlineData(1400, "light")]
    public async Task Every_kind_comes_alive_without_an_error_and_without_texts_that_touch(int width, string theme)
    {
        var figures = await FigurePage.Open(browser, width, html: $"data-theme=\"{theme}\"");
        await figures.Settle();
        await Look(figures, $"on-{theme}-{width}");
        Assert.Empty(await figures.TouchingTexts());
        Assert.Empty(await figures.TextsOutside());
        await figures.Point();
        await Look(figures, $"live-{theme}-{width}");
        Assert.Empty(figures.Errors);
        Assert.Empty(figures.Outside);
        Assert.Empty(await figures.TouchingTexts());
        var traces = await figures.Page.EvaluateAsync<Dictionary<string, int>>(
            "() => Object.fromEntries([...document.querySelectorAll('.nnf')]"
            + ".map(f => [f.dataset.kind, f.querySelector('.nnf-live').data.length]))");
        foreach (var (kind, make) in FigureGallery.Kinds)
        {
            using var json = JsonDocument.Parse(make().ToPlotlyJson());
            Assert.Equal(json.RootElement.GetProperty("data").GetArrayLength(), traces[kind]);
        }

        Assert.Equal(0, await Overflow(figures));
        Assert.Equal(0, await figures.Page.Locator("[data-figure=figure] .nnf-plot:visible").CountAsync());
    }

    [Theory]
    [InlineData(400, "light")]
    [InlineData(1400, "dark")]
    public async Task Without_plotly_every_picture_stays_and_no_texts_touch(int width, string theme)
    {
        var figures = await FigurePage.Open(browser, width, head: "", html: $"data-theme=\"{theme}\"");
        await figures.PointInVain();
        await Look(figures, $"static-{theme}-{width}");
        await MustShowPictures(figures);
        Assert.All(figures.Outside, address => Assert.StartsWith("https://", address, StringComparison.Ordinal));
        Assert.Equal(2, figures.Outside.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(1400)]
    public async Task With_scripts_off_every_picture_is_there(int width)
    {
        var figures = await FigurePage.Open(browser, width, scripts: false);
        await MustShowPictures(figures);
        Assert.Empty(figures.Outside);
    }

    [Fact]
    public async Task A_picture_whose_styles_were_stripped_still_has_its_colours_and_places()
    {
        var figures = await FigurePage.Open(browser, scripts: false, kinds: ["two-panels"]);
        await figures.Page.EvaluateAsync("() => document.querySelectorAll('.nnf style').forEach(s => s.remove())");
        Assert.Empty(await figures.TouchingTexts());
        Assert.Equal(
            "rgb(0, 98, 183)",
            await figures.Page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.nnf .c0')).stroke"));
        Assert.True(await figures.Page.EvaluateAsync<bool>("""
            () => {
              const [a, b] = [...document.querySelectorAll('[data-plot]')].map(e => e.getBoundingClientRect());
              return b.left > a.right;
            }
            """));
    }

    [Fact]
    public async Task Nothing_moves_when_a_figure_comes_alive()
    {
        const string Head = "<meta name=\"plotly-src\" content=\"plotly.js\">"
            + "<script>window.shift = 0; new PerformanceObserver(l => l.getEntries().forEach(e => shift += e.value))"
            + ".observe({ type: 'layout-shift', buffered: true })</script>";
        var figures = await FigurePage.Open(browser, head: Head, kinds: ["fit", "training", "small-multiples", "plotly"]);
        await figures.Point();
        Assert.InRange(await figures.Page.EvaluateAsync<double>("() => window.shift"), 0, 0.01);
    }

    [Fact]
    public async Task The_live_figure_takes_the_colours_of_the_theme_and_follows_when_it_changes()
    {
        var figures = await FigurePage.Open(browser, kinds: ["fit"]);
        await figures.Point();
        const string Colour = "() => document.querySelector('.nnf-live').data[0].marker.color";
        Assert.Equal("rgb(0, 98, 183)", await figures.Page.EvaluateAsync<string>(Colour));
        await figures.Page.EvaluateAsync("() => document.documentElement.dataset.theme = 'dark'");
        await figures.Page.WaitForFunctionAsync("() => document.querySelector('.nnf-live').data[0].marker.color === 'rgb(95, 176, 245)'");
        Assert.Equal(
            "rgb(226, 229, 233)",
            await figures.Page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.nnf-title')).fill"));
    }

    [Fact]
    public async Task What_is_least_in_a_heat_map_has_the_colour_of_the_page_and_a_printed_one_that_of_paper()
    {
        var figures = await FigurePage.Open(browser, kinds: ["heat-map"], html: "data-theme=\"dark\" style=\"background:rgb(20, 30, 40)\"");
        await figures.Settle();
        const string Least = "() => getComputedStyle(document.querySelector('[data-i] path')).stroke.match(/[\\d.]+/g).map(Number)";
        var shown = await figures.Page.EvaluateAsync<double[]>(Least);
        Assert.Equal([20, 30, 40], shown.Take(3).Select(part => Math.Round(255 * part)));
        await figures.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        await figures.Page.EvaluateAsync("() => document.querySelector('.nnf').style.setProperty('color-scheme', 'light', 'important')");
        Assert.Equal([1, 1, 1], (await figures.Page.EvaluateAsync<double[]>(Least)).Take(3));
    }

    [Theory]
    [InlineData("class=\"vscode-dark\"", true)]
    [InlineData("data-jp-theme-light=\"false\"", true)]
    [InlineData("data-jp-theme-light=\"true\"", false)]
    [InlineData("data-color-mode=\"dark\"", true)]
    [InlineData("style=\"color-scheme:light dark\"", true)]
    [InlineData("style=\"color-scheme:light\"", false)]
    public async Task The_static_picture_follows_each_host_for_a_reader_who_prefers_dark(string html, bool dark)
    {
        var figures = await FigurePage.Open(browser, html: html, kinds: ["fit"], scripts: false);
        await figures.Page.EmulateMediaAsync(new() { ColorScheme = Microsoft.Playwright.ColorScheme.Dark });
        Assert.Equal(
            dark ? "rgb(226, 229, 233)" : "rgb(43, 48, 54)",
            await figures.Page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.nnf-title')).fill"));
    }

    [Fact]
    public async Task The_legend_switches_marks_off_and_on_by_keyboard_in_the_picture_and_in_the_plot()
    {
        var figures = await FigurePage.Open(browser, kinds: ["fit"]);
        await figures.Settle();
        var (key, mark) = (figures.Page.Locator(".nnf-key").Nth(1), figures.Page.Locator("[data-i='1'] path"));
        await key.PressAsync("Enter");
        Assert.Equal("false", await key.GetAttributeAsync("aria-pressed"));
        Assert.False(await mark.IsVisibleAsync());
        await key.PressAsync("Enter");
        Assert.True(await mark.IsVisibleAsync());
        await key.PressAsync("Enter");
        await figures.Point();
        Assert.False(await figures.Page.EvaluateAsync<bool>("() => document.querySelector('.nnf-live').data[1].visible"));
        await key.PressAsync(" ");
        Assert.True(await figures.Page.EvaluateAsync<bool>("() => document.querySelector('.nnf-live').data[1].visible"));
    }

    [Fact]
    public async Task A_legend_is_one_stop_by_keyboard_and_the_arrow_keys_move_within_it()
    {
        var figures = await FigurePage.Open(browser, kinds: ["fit"]);
        await figures.Settle();
        var keys = figures.Page.Locator(".nnf-key");
        var last = await keys.CountAsync() - 1;
        Assert.True(last > 0);
        (string, int)[] presses = [("Tab", 0), ("ArrowRight", 1), ("Home", 0), ("ArrowLeft", last), ("ArrowDown", 0), ("End", last)];
        foreach (var (key, at) in presses)
        {
            await figures.Page.Keyboard.PressAsync(key);
            await Microsoft.Playwright.Assertions.Expect(keys.Nth(at)).ToBeFocusedAsync();
            Assert.Equal(1, await figures.Page.Locator(".nnf-key[tabindex='0']").CountAsync());
        }

        await figures.Page.Keyboard.PressAsync("Tab");
        Assert.Equal(0, await figures.Page.Locator(".nnf :focus").CountAsync());
        await figures.Page.Keyboard.PressAsync("Shift+Tab");
        await Microsoft.Playwright.Assertions.Expect(keys.Nth(last)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_printed_page_has_the_static_picture()
    {
        var figures = await FigurePage.Open(browser, kinds: ["training"]);
        await figures.Point();
        await figures.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        Assert.Equal(2, await figures.Page.Locator(".nnf-plot:visible").CountAsync());
        Assert.Equal(0, await figures.Page.Locator(".nnf-live:visible, .nnf-replay:visible").CountAsync());
    }

    private static async Task MustShowPictures(FigurePage figures)
    {
        Assert.Empty(figures.Errors);
        Assert.Equal(FigureGallery.Kinds.Count, await figures.Page.Locator(".nnf-svg:visible").CountAsync());
        Assert.Empty(await figures.TouchingTexts());
        Assert.Equal(0, await Overflow(figures));
    }

    private static Task<int> Overflow(FigurePage figures)
        => figures.Page.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollWidth - innerWidth)");

    /// <summary>Leaves a picture of the page for a person, where FIGURE_PICTURES names a folder.</summary>
    private static async Task Look(FigurePage figures, string name)
    {
        if (Environment.GetEnvironmentVariable("FIGURE_PICTURES") is { Length: > 0 } folder)
            await figures.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }
}
