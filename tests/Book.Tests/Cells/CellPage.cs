using Book.Tests.Browser;
using Book.Tests.Pages;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Book.Tests.Cells;

/// <summary>A page whose cells run, as a reader uses it.</summary>
internal sealed class CellPage : IAsyncDisposable
{
    public const string Name = "01-what-is-a-neural-network.html";

    private const string Audit = """
        async () => (await axe.run(document.querySelector('main'), { preload: false, resultTypes: ['violations'] })).violations
          .filter(violation => ['serious', 'critical'].includes(violation.impact))
          .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(node => `${node.html} ${node.failureSummary}`).join(' | ')}`)
        """;

    // A busy machine takes its time to compile.
    private static readonly LocatorAssertionsToContainTextOptions Patience = new() { Timeout = 120_000 };
    private OpenPage open = null!;

    private CellPage()
    {
    }

    public IPage Page => open.Page;

    public IReadOnlyList<string> Complaints => open.Complaints;

    /// <summary>The line at the foot of the page that says what runs.</summary>
    public ILocator Session => Page.Locator(".session");

    /// <summary>Opens it from the disk; fails, saying why, where the book has no program.</summary>
    public static async Task<CellPage> OpenAsync(BrowserFixture browser, string name = Name, int width = 1280, bool touch = false)
    {
        await AddressAsync();
        var page = new CellPage();
        await page.GoAsync(browser, name, width, touch);
        return page;
    }

    /// <summary>The page's address on the disk.</summary>
    public static async Task<string> AddressAsync()
    {
        var program = Path.Combine(await BuiltBook.FolderAsync(), "assets", "cells.js");
        Assert.True(File.Exists(program), string.Join('\n', BuiltBook.Said));
        return await BuiltBook.AddressAsync(Name);
    }

    public ILocator Cell(int number) => Page.Locator($"#cell-{number}");

    public ILocator Exercise(int number) => Page.Locator($".try[data-exercise^='{number}.']");

    public static ILocator Code(ILocator place) => place.GetByRole(AriaRole.Textbox);

    public static ILocator Button(ILocator place, string name) => place.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{name}") });

    /// <summary>Opens a cell's editor.</summary>
    public async Task EditAsync(int number)
    {
        await Cell(number).HoverAsync();
        await Button(Cell(number), "Edit").ClickAsync();
        await Assertions.Expect(Code(Cell(number))).ToBeFocusedAsync();
    }

    /// <summary>Waits for what a run shows below a cell, an exercise or a solution.</summary>
    public static Task ShowsAsync(ILocator place, string text) =>
        Assertions.Expect(place.Locator(".ran")).ToContainTextAsync(text, Patience);

    /// <summary>Waits for what is said of it.</summary>
    public static Task SaysAsync(ILocator place, string text) =>
        Assertions.Expect(place.Locator(".said")).ToContainTextAsync(text, Patience);

    /// <summary>Waits for what the line at the foot says.</summary>
    public Task TellsAsync(string text) => Assertions.Expect(Session).ToContainTextAsync(text, Patience);

    /// <summary>What is wrong for readers with other means, in light and dark.</summary>
    public async Task<IReadOnlyList<string>> ViolationsAsync()
    {
        await Page.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
        var light = await Page.EvaluateAsync<string[]>(Audit);
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var dark = await Page.EvaluateAsync<string[]>(Audit);
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        return [.. light, .. dark.Select(static violation => $"dark: {violation}")];
    }

    private async Task GoAsync(BrowserFixture browser, string name, int width, bool touch) =>
        open = await OpenPage.OpenAsync(browser, name, width, touch: touch);

    public ValueTask DisposeAsync() => open.DisposeAsync();
}
