using System.Globalization;
using Book.Tests.Browser;
using Book.Tests.Pages;
using Microsoft.Playwright;

namespace Book.Tests.Playground;

/// <summary>The playground in the browser, as a reader uses it.</summary>
internal sealed class PlaygroundPage : IAsyncDisposable
{
    private OpenPage open = null!;

    private PlaygroundPage()
    {
    }

    public IPage Page => open.Page;

    public IReadOnlyList<string> Complaints => open.Complaints;

    public ILocator Said => Page.Locator(".said[role=status]");

    public ILocator Fit => Page.Locator(".fit canvas");

    /// <summary>Opens it at an address such as <c>#data=moons</c>.</summary>
    public static async Task<PlaygroundPage> OpenAsync(BrowserFixture browser, string address = "", int width = 1280, bool dark = false)
    {
        var playground = new PlaygroundPage();
        await playground.GoAsync(browser, address, width, dark);
        return playground;
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Field(string label) => Page.Locator(".settings").GetByLabel(label);

    /// <summary>One of the numbers above the views, such as <c>epoch</c>; not a number while there is none.</summary>
    public async Task<double> NumberAsync(string name) =>
        double.TryParse(
            await Page.Locator($"[data-number={name}]").TextContentAsync(), NumberStyles.Any, CultureInfo.InvariantCulture, out var number)
            ? number
            : double.NaN;

    /// <summary>Waits until a number is as it should be.</summary>
    public Task UntilAsync(string name, string condition) => Page.WaitForFunctionAsync(
        "() => { const it = "
        + $"Number(document.querySelector('[data-number={name}]').textContent.replaceAll(',', '')); return {condition}; }}",
        null, new() { Timeout = 30_000 });

    /// <summary>The colours of the fit's picture as one number: another one when it is drawn otherwise.</summary>
    public Task<string> PictureAsync(string view = "fit") => Page.EvaluateAsync<string>(
        $"() => document.querySelector('.{view} canvas').toDataURL()");

    private async Task GoAsync(BrowserFixture browser, string address, int width, bool dark)
    {
        open = await OpenPage.OpenAsync(browser, "playground.html", width, dark);
        if (address.Length == 0)
            return;
        await Page.GotoAsync("about:blank");
        await Page.GotoAsync(await BuiltBook.AddressAsync("playground.html") + address);
    }

    public ValueTask DisposeAsync() => open.DisposeAsync();
}
