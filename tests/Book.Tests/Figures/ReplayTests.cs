using System.Globalization;
using System.Text.Json;
using Book.Tests.Browser;
using Microsoft.Playwright;
using NeuralNets.Tests.Charts;

namespace Book.Tests.Figures;

/// <summary>Play, pause and slider of a training figure, and the slider over a parameter.</summary>
[Collection("Browser")]
public class ReplayTests(BrowserFixture browser)
{
    private static readonly LocatorAssertionsToBeVisibleOptions Slowly = new() { Timeout = 20_000 };

    [Fact]
    public async Task The_slider_moves_both_panels_to_the_data_of_its_epoch()
    {
        var figures = await Open();
        using var json = JsonDocument.Parse(FigureGallery.Training().ToPlotlyJson());
        var slider = figures.Page.Locator("input[type=range]");
        foreach (var at in new[] { 0, 7, 24 })
        {
            await slider.FillAsync($"{at}");
            var frame = json.RootElement.GetProperty("frames")[at];
            await MustShow(figures.Page, json.RootElement, at);
            Assert.Equal($"epoch {frame.GetProperty("name").GetString()}", await figures.Page.TextContentAsync("output"));
            Assert.Equal(frame.GetProperty("title")[0].GetString(), await figures.Page.TextContentAsync(".nnf-title >> nth=0"));
        }

        Assert.Empty(figures.Errors);
    }

    [Fact]
    public async Task The_keyboard_alone_plays_pauses_and_steps()
    {
        var figures = await Open();
        var (button, slider) = (figures.Page.Locator(".nnf-replay button"), figures.Page.Locator("input[type=range]"));
        await button.FocusAsync();
        await figures.Page.Keyboard.PressAsync("Enter");
        await figures.Page.WaitForFunctionAsync("() => +document.querySelector('input[type=range]').value === 3");
        Assert.Equal("Pause", await button.GetAttributeAsync("aria-label"));
        await figures.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("Play", await button.GetAttributeAsync("aria-label"));
        await figures.Page.Keyboard.PressAsync("Tab");
        await figures.Page.Keyboard.PressAsync("Home");
        Assert.Equal("0", await slider.InputValueAsync());
        await figures.Page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("1", await slider.InputValueAsync());
        Assert.StartsWith("epoch ", await slider.GetAttributeAsync("aria-valuetext"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plotly_shows_the_frame_that_stands_still_and_the_picture_every_other()
    {
        var figures = await Open();
        await figures.Point();
        var (figure, slider) = (figures.Page.Locator(".nnf"), figures.Page.Locator("input[type=range]"));
        foreach (var (at, plots) in new[] { (2, 2), (24, 0), (3, 2) })
        {
            await slider.FillAsync($"{at}");
            await Assertions.Expect(figure).ToHaveAttributeAsync("data-live", plots > 0 ? "on" : "plotly");
            Assert.Equal(plots, await figures.Page.Locator(".nnf-plot:visible").CountAsync());
            Assert.Equal(plots == 0, await figures.Page.Locator(".nnf-live").IsVisibleAsync());
        }

        Assert.Empty(figures.Errors);
    }

    [Fact]
    public async Task A_change_of_theme_keeps_the_frame_and_gives_it_the_colours_of_the_page()
    {
        var figures = await Open();
        await figures.Page.Locator("input[type=range]").FillAsync("2");
        await figures.Page.EvaluateAsync("() => document.documentElement.dataset.theme = 'dark'");
        await figures.Page.WaitForFunctionAsync(
            "() => getComputedStyle(document.querySelector('.p0 [data-i=\"2\"] path')).stroke === 'rgb(245, 147, 74)'");
        using var json = JsonDocument.Parse(FigureGallery.Training().ToPlotlyJson());
        await MustShow(figures.Page, json.RootElement, 2);
    }

    [Fact]
    public async Task The_frame_that_stands_still_is_after_all_others_what_it_was_before_them()
    {
        foreach (var kind in new[] { "training", "slider" })
        {
            var figures = await FigurePage.Open(browser, kinds: [kind]);
            await figures.Settle();
            const string Marks = "() => [...document.querySelectorAll('[data-i]')].map(mark => mark.innerHTML).join()";
            var slider = figures.Page.Locator("input[type=range]");
            var (before, shown) = (await figures.Page.EvaluateAsync<string>(Marks), await slider.InputValueAsync());
            await slider.FillAsync("1");
            Assert.NotEqual(before, await figures.Page.EvaluateAsync<string>(Marks));
            await slider.FillAsync(shown);
            Assert.Equal(before, await figures.Page.EvaluateAsync<string>(Marks));
        }
    }

    [Fact]
    public async Task A_replay_plays_once_by_itself_when_it_is_first_seen_and_ends_at_its_last_frame()
    {
        const string Below = "<meta name=\"plotly-src\" content=\"plotly.js\"><style>body{padding-top:900px}</style>";
        var figures = await FigurePage.Open(browser, head: Below, kinds: ["training"], moves: true, height: 600);
        var (page, figure) = (figures.Page, figures.Page.Locator("[data-kind=training]"));
        await page.EvaluateAsync("() => scrollTo(0, 200)"); // Near enough to come alive, not to be seen.
        await Assertions.Expect(figure).ToHaveAttributeAsync("data-live", "on", new() { Timeout = 20_000 });
        await page.EvaluateAsync("""
            () => {
              const output = document.querySelector('.nnf-replay output');
              window.seen = [];
              new MutationObserver(() => window.seen.push(output.textContent)).observe(output, { childList: true });
            }
            """);
        await page.WaitForTimeoutAsync(500);
        Assert.Empty(await Seen(page));
        Assert.Equal("24", await page.InputValueAsync("input[type=range]"));

        await figure.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Pause" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Play" })).ToBeVisibleAsync(Slowly);
        using var json = JsonDocument.Parse(FigureGallery.Training().ToPlotlyJson());
        var frames = json.RootElement.GetProperty("frames");
        var names = frames.EnumerateArray().Select(frame => $"epoch {frame.GetProperty("name").GetString()}");
        Assert.Equal(names, await Seen(page));
        await MustShow(page, json.RootElement, 24);

        await page.EvaluateAsync("() => scrollTo(0, 0)");
        await page.WaitForTimeoutAsync(200);
        await figure.ScrollIntoViewIfNeededAsync();
        await page.WaitForTimeoutAsync(500);
        Assert.Equal(25, (await Seen(page)).Length);
        Assert.Empty(figures.Errors);
    }

    [Fact]
    public async Task A_figure_higher_than_the_window_plays_when_it_fills_most_of_it()
    {
        var figures = await FigurePage.Open(browser, width: 360, kinds: ["training"], moves: true, height: 300);
        await Assertions.Expect(figures.Page.GetByRole(AriaRole.Button, new() { Name = "Pause" })).ToBeVisibleAsync(Slowly);
    }

    [Fact]
    public async Task Nothing_moves_by_itself_for_a_reader_who_wants_less_motion()
    {
        var figures = await Open();
        await figures.Page.WaitForTimeoutAsync(500);
        Assert.Equal("24", await figures.Page.InputValueAsync("input[type=range]"));
        await Assertions.Expect(figures.Page.GetByRole(AriaRole.Button, new() { Name = "Play" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_parameter_rests_at_the_value_shown_has_nothing_to_play_and_is_moved_by_the_keyboard()
    {
        var figures = await FigurePage.Open(browser, kinds: ["slider"], moves: true);
        await figures.Settle();
        await figures.Page.WaitForTimeoutAsync(500);
        var slider = figures.Page.GetByRole(AriaRole.Slider, new() { Name = "slope" });
        Assert.Equal("2", await slider.InputValueAsync());
        Assert.Equal(0, await figures.Page.Locator(".nnf-replay button").CountAsync());
        using var json = JsonDocument.Parse(FigureGallery.Slider().ToPlotlyJson());
        await MustShow(figures.Page, json.RootElement, 2);
        await figures.Page.Keyboard.PressAsync("Tab"); // past the legend
        await figures.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(slider).ToBeFocusedAsync();
        foreach (var (key, at) in new[] { ("ArrowRight", 3), ("End", 8), ("Home", 0), ("ArrowRight", 1) })
        {
            await figures.Page.Keyboard.PressAsync(key);
            Assert.Equal($"{at}", await slider.InputValueAsync());
            await MustShow(figures.Page, json.RootElement, at);
        }

        Assert.Equal("slope -1.5", await slider.GetAttributeAsync("aria-valuetext"));
        Assert.Equal("A line with the slope -1.5", await figures.Page.TextContentAsync(".nnf-title"));
        Assert.Empty(figures.Errors);
    }

    private static Task<string[]> Seen(IPage page) => page.EvaluateAsync<string[]>("() => window.seen");

    /// <summary>
    /// Every trace that moves begins and ends in the picture where its numbers of that frame lie on the axes, to a fifth of a pixel.
    /// </summary>
    private static async Task MustShow(IPage page, JsonElement json, int at)
    {
        var frame = json.GetProperty("frames")[at];
        foreach (var (i, number) in frame.GetProperty("traces").EnumerateArray().Index())
        {
            var trace = json.GetProperty("data")[number.GetInt32()];
            var axis = trace.GetProperty("xaxis").GetString()![1..];
            var panel = axis.Length == 0 ? 0 : int.Parse(axis, CultureInfo.InvariantCulture) - 1;
            var moves = frame.GetProperty("data")[i];
            JsonElement Numbers(string name) => moves.TryGetProperty(name, out var moved) ? moved : trace.GetProperty(name);
            var (x, y) = (Numbers("x"), Numbers("y"));
            var (rangeX, rangeY) = (Range(json, "xaxis" + axis), Range(json, "yaxis" + axis));
            var drawn = await page.EvaluateAsync<double[]>(
                """
                ([panel, mark]) => {
                  const g = document.querySelectorAll('.nnf-svg>.p')[panel], area = g.querySelector('[data-plot]');
                  const path = g.querySelector(`[data-i="${mark}"] path`), size = [area.getAttribute('width'), area.getAttribute('height')];
                  const ends = [0, path.getTotalLength()].map(at => path.getPointAtLength(at));
                  return ends.flatMap(p => [p.x / size[0], 1 - p.y / size[1]]).concat(size.map(s => .2 / s));
                }
                """,
                new object[] { panel, trace.GetProperty("meta").GetInt32() });
            foreach (var (index, end) in new[] { 0, y.GetArrayLength() - 1 }.Index())
            {
                Assert.Equal((x[end].GetDouble() - rangeX.Low) / (rangeX.High - rangeX.Low), drawn[2 * index], drawn[4]);
                Assert.Equal((y[end].GetDouble() - rangeY.Low) / (rangeY.High - rangeY.Low), drawn[(2 * index) + 1], drawn[5]);
            }
        }
    }

    private static (double Low, double High) Range(JsonElement json, string axis)
    {
        var range = json.GetProperty("layout").GetProperty(axis).GetProperty("range");
        return (range[0].GetDouble(), range[1].GetDouble());
    }

    private async Task<FigurePage> Open()
    {
        var figures = await FigurePage.Open(browser, kinds: ["training"]);
        await figures.Settle();
        return figures;
    }
}
