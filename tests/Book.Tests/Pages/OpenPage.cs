using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Book.Tests.Pages;

/// <summary>A page of the book in the browser, with all that went wrong while it was open.</summary>
internal sealed partial class OpenPage : IAsyncDisposable
{
    private OpenPage(IPage page) => Page = page;

    public IPage Page { get; }

    /// <summary>Messages of the console, failed requests and requests to elsewhere.</summary>
    public List<string> Complaints { get; } = [];

    public static async Task<OpenPage> OpenAsync(
        Browser.BrowserFixture browser, string name, int width = 1400, bool dark = false, bool touch = false)
    {
        var page = await browser.NewPageAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            HasTouch = touch,
            IsMobile = touch,
        });
        var open = new OpenPage(page);
        page.Console += (_, message) => open.Complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => open.Complaints.Add(error);
        page.RequestFailed += (_, request) => open.Complaints.Add($"failed: {request.Url}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("file:", StringComparison.Ordinal)
                && !request.Url.StartsWith("data:", StringComparison.Ordinal)
                && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
                open.Complaints.Add($"outside: {request.Url}");
        };
        await page.GotoAsync(await BuiltBook.AddressAsync(name));
        return open;
    }

    private ILocator Figures => Page.Locator(".nnf:has(> script[type='application/json']):not(.playground + .hero .nnf)");

    /// <summary>Scrolls past every figure that is to be seen, until its own script serves it.</summary>
    public async Task ScrollThroughFiguresAsync()
    {
        foreach (var figure in await Figures.AllAsync())
        {
            if (await figure.IsVisibleAsync())
                await ScrollToAsync(figure);
        }
    }

    /// <summary>Scrolls past every figure and points at each, until its own script serves it and then plotly.js.</summary>
    /// <returns>How many there are.</returns>
    public async Task<int> BringFiguresAliveAsync()
    {
        var figures = Figures;
        var count = await figures.CountAsync();
        for (var i = 0; i < count; i++)
        {
            await figures.Nth(i).EvaluateAsync("f => f.closest('details')?.setAttribute('open', '')");
            await ScrollToAsync(figures.Nth(i));
            await figures.Nth(i).Locator(".nnf-svg").DispatchEventAsync("pointermove", new { pointerType = "mouse" });
            await Assertions.Expect(figures.Nth(i)).ToHaveAttributeAsync("data-live", "plotly", new() { Timeout = 20_000 });
        }

        return count;
    }

    private static async Task ScrollToAsync(ILocator figure)
    {
        await figure.EvaluateAsync("f => f.scrollIntoView({ block: 'center', behavior: 'instant' })");
        await Assertions.Expect(figure).ToHaveAttributeAsync("data-live", Alive(), new() { Timeout = 20_000 });
    }

    [GeneratedRegex("^(on|plotly)$")]
    private static partial Regex Alive();

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
}
