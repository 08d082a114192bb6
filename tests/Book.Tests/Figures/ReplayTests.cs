using System.Text.Json;
using Book.Tests.Browser;
using Microsoft.Playwright;
using NeuralNets.Tests.Charts;

namespace Book.Tests.Figures;

/// <summary>Play, pause and slider of a training figure.</summary>
[Collection("Browser")]
public class ReplayTests(BrowserFixture browser)
{
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
