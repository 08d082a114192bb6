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
            await MustShow(figures.Page, frame);
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
    public async Task Ranges_stay_where_they_are_through_all_frames_and_a_change_of_theme_keeps_the_frame()
    {
        var figures = await Open();
        const string Ranges = "() => JSON.stringify(['xaxis', 'yaxis', 'xaxis2', 'yaxis2']"
            + ".map(a => document.querySelector('.nnf-live')._fullLayout[a].range))";
        var before = await figures.Page.EvaluateAsync<string>(Ranges);
        await figures.Page.Locator("input[type=range]").FillAsync("2");
        Assert.Equal(before, await figures.Page.EvaluateAsync<string>(Ranges));
        await figures.Page.EvaluateAsync("() => document.documentElement.dataset.theme = 'dark'");
        await figures.Page.WaitForFunctionAsync("() => document.querySelector('.nnf-live').data[0].marker.color === 'rgb(95, 176, 245)'");
        using var json = JsonDocument.Parse(FigureGallery.Training().ToPlotlyJson());
        await MustShow(figures.Page, json.RootElement.GetProperty("frames")[2]);
    }

    [Fact]
    public async Task A_replay_plays_once_by_itself_when_it_is_first_seen_and_ends_at_its_last_frame()
    {
        var figures = await FigurePage.Open(browser, kinds: ["training"], moves: true, height: 600);
        var (page, figure) = (figures.Page, figures.Page.Locator("[data-kind=training]"));
        await page.EvaluateAsync("() => document.querySelector('[data-kind=training]').style.marginTop = '900px'");
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
        await MustShow(page, frames[24]);

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
        await figures.Settle("on");
        await figures.Page.WaitForTimeoutAsync(500);
        var slider = figures.Page.GetByRole(AriaRole.Slider, new() { Name = "slope" });
        Assert.Equal("2", await slider.InputValueAsync());
        Assert.Equal(0, await figures.Page.Locator(".nnf-replay button").CountAsync());
        using var json = JsonDocument.Parse(FigureGallery.Slider().ToPlotlyJson());
        var frames = json.RootElement.GetProperty("frames");
        await MustShow(figures.Page, frames[2]);
        await figures.Page.Keyboard.PressAsync("Tab"); // past the two entries of the legend
        await figures.Page.Keyboard.PressAsync("Tab");
        await figures.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(slider).ToBeFocusedAsync();
        foreach (var (key, at) in new[] { ("ArrowRight", 3), ("End", 8), ("Home", 0), ("ArrowRight", 1) })
        {
            await figures.Page.Keyboard.PressAsync(key);
            Assert.Equal($"{at}", await slider.InputValueAsync());
            await MustShow(figures.Page, frames[at]);
        }

        Assert.Equal("slope -1.5", await slider.GetAttributeAsync("aria-valuetext"));
        Assert.Equal("A line with the slope -1.5", await figures.Page.TextContentAsync(".nnf-title"));
        Assert.Empty(figures.Errors);
    }

    private static Task<string[]> Seen(IPage page) => page.EvaluateAsync<string[]>("() => window.seen");

    private static async Task MustShow(IPage page, JsonElement frame)
    {
        foreach (var (i, trace) in frame.GetProperty("traces").EnumerateArray().Index())
        {
            foreach (var part in frame.GetProperty("data")[i].EnumerateObject())
            {
                var shown = await page.EvaluateAsync<string>(
                    $"() => JSON.stringify(document.querySelector('.nnf-live').data[{trace.GetInt32()}].{part.Name})");
                using var parsed = JsonDocument.Parse(shown);
                Assert.True(JsonElement.DeepEquals(part.Value, parsed.RootElement), $"trace {trace} {part.Name}: found {shown}");
            }
        }
    }

    private async Task<FigurePage> Open()
    {
        var figures = await FigurePage.Open(browser, kinds: ["training"]);
        await figures.Settle("on");
        return figures;
    }
}
