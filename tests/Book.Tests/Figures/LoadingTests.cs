using System.Text;
using Book.Tests.Browser;

namespace Book.Tests.Figures;

/// <summary>Where plotly.js comes from.</summary>
[Collection("Browser")]
public class LoadingTests(BrowserFixture browser)
{
    [Fact]
    public async Task From_the_network_it_is_loaded_once_for_all_figures_and_passes_its_check()
    {
        var figures = await FigurePage.Open(browser, head: "", kinds: ["fit", "bars", "training", "plotly"], network: FigurePage.Plotly);
        await figures.Point();
        Assert.Equal(["https://cdn.plot.ly/plotly-2.28.0.min.js"], figures.Outside);
        Assert.Empty(figures.Errors);
    }

    [Fact]
    public async Task Until_a_reader_points_at_a_figure_nothing_is_loaded()
    {
        var figures = await FigurePage.Open(browser, head: "", kinds: ["fit", "training", "heat-map"], network: FigurePage.Plotly);
        await figures.Settle();
        await figures.Page.Locator("input[type=range]").FillAsync("7");
        Assert.Empty(figures.Outside);
        Assert.Equal(0, await figures.Page.Locator(".js-plotly-plot").CountAsync());
        await figures.Page.HoverAsync("[data-kind=fit] .nnf-svg");
        await figures.Page.WaitForSelectorAsync("[data-kind=fit][data-live=plotly]");
        Assert.Single(figures.Outside);
        Assert.Equal(1, await figures.Page.Locator(".js-plotly-plot").CountAsync());
    }

    [Fact]
    public async Task A_copy_that_was_tampered_with_never_runs()
    {
        var tampered = Encoding.UTF8.GetBytes("window.tampered = true; window.Plotly = {}");
        var figures = await FigurePage.Open(browser, head: "", kinds: ["fit"], network: tampered);
        await figures.PointInVain();
        Assert.False(await figures.Page.EvaluateAsync<bool>("() => !!window.tampered"));
    }

    [Fact]
    public async Task The_library_that_the_page_has_already_is_used()
    {
        var figures = await FigurePage.Open(browser, head: "<script src=\"plotly.js\"></script>", kinds: ["fit", "bars"]);
        await figures.Point();
        Assert.Empty(figures.Outside);
    }

    /// <summary>Such a loader refuses a library that announces itself without a name, as plotly.js does.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("<meta name=\"plotly-src\" content=\"plotly.js\">")]
    public async Task A_module_loader_on_the_page_does_no_harm_and_comes_to_none(string meta)
    {
        const string Loader = "<script>window.define = (...a) => { "
            + "if (typeof a[0] !== 'string') throw new Error('Mismatched anonymous define()'); }; define.amd = {};</script>";
        var figures = await FigurePage.Open(browser, head: Loader + meta, kinds: ["fit", "training"], network: FigurePage.Plotly);
        await figures.Point();
        Assert.Empty(figures.Errors);
        Assert.True(await figures.Page.EvaluateAsync<bool>("() => typeof define === 'function' && !!define.amd"));
    }

    [Fact]
    public async Task A_figure_that_comes_later_or_replaces_another_comes_alive_too()
    {
        var figures = await FigurePage.Open(browser, kinds: ["fit"]);
        await figures.Point();
        // As notebooks put an output on the page: the markup first, then each script anew.
        await figures.Page.EvaluateAsync(
            """
            html => {
              document.body.innerHTML = html;
              document.querySelectorAll('script').forEach(old => {
                const script = document.createElement('script');
                for (const a of old.attributes) script.setAttribute(a.name, a.value);
                script.textContent = old.textContent;
                old.replaceWith(script);
              });
            }
            """,
            NeuralNets.Tests.Charts.FigureGallery.Kinds["training"]().ToHtml());
        await figures.Point();
        Assert.Empty(figures.Errors);
        Assert.Equal(1, await figures.Page.Locator(".js-plotly-plot").CountAsync());
    }
}
