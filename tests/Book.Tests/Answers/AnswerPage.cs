using System.Globalization;
using Book.Tests.Browser;
using Book.Tests.Pages;
using Microsoft.Playwright;

namespace Book.Tests.Answers;

/// <summary>A figure that answers, in the browser, as a reader uses it.</summary>
internal sealed class AnswerPage : IAsyncDisposable
{
    private readonly string name;
    private OpenPage open = null!;

    private AnswerPage(string name) => this.name = name;

    public IPage Page => open.Page;

    public IReadOnlyList<string> Complaints => open.Complaints;

    public ILocator Cell => Page.Locator($"[data-answers={name}]");

    public ILocator Try => Cell.Locator(".asks");

    public ILocator Said => Cell.Locator(".answer > .said");

    public ILocator Panel => Cell.Locator(".answering");

    public ILocator Tells => Panel.Locator(".tells");

    /// <summary>The page of a figure, which is not asked yet.</summary>
    public static async Task<AnswerPage> BesideAsync(BrowserFixture browser, string page, string name, int width = 1280, bool dark = false)
    {
        var answer = new AnswerPage(name);
        await answer.GoAsync(browser, page, width, dark);
        return answer;
    }

    /// <summary>The page of a figure, which has been asked and has answered.</summary>
    public static async Task<AnswerPage> OpenAsync(BrowserFixture browser, string page, string name, int width = 1280, bool dark = false)
    {
        var answer = await BesideAsync(browser, page, name, width, dark);
        await answer.AskAsync();
        return answer;
    }

    public async Task AskAsync()
    {
        await Try.ClickAsync();
        await Assertions.Expect(Try).ToHaveTextAsync("Close", new() { Timeout = 60_000 });
        await Assertions.Expect(Tells).Not.ToBeEmptyAsync();
    }

    public ILocator Field(string label) => Panel.GetByLabel(label, new() { Exact = true });

    public ILocator Button(string text) => Panel.GetByRole(AriaRole.Button, new() { Name = text, Exact = true });

    public ILocator View(string view) => Panel.Locator($".{view} canvas");

    public async Task<double> NumberAsync(string label) =>
        double.Parse(await Field(label).InputValueAsync(), CultureInfo.InvariantCulture);

    /// <summary>The colours of a view as one text: another one when it is drawn otherwise.</summary>
    public Task<string> PictureAsync(string view) => View(view).EvaluateAsync<string>("canvas => canvas.toDataURL()");

    /// <summary>Presses at one place of a view, as shares of its size, and lets go at another.</summary>
    public async Task DragAsync(string view, (double X, double Y) from, (double X, double Y) to)
    {
        await View(view).ScrollIntoViewIfNeededAsync();
        var box = await View(view).BoundingBoxAsync() ?? throw new InvalidOperationException($"There is no view '{view}'.");
        await Page.Mouse.MoveAsync(X(from), Y(from));
        await Page.Mouse.DownAsync();
        await Page.Mouse.MoveAsync(X(to), Y(to), new() { Steps = 8 });
        await Page.Mouse.UpAsync();

        float X((double X, double Y) at) => (float)(box.X + (at.X * box.Width));
        float Y((double X, double Y) at) => (float)(box.Y + (at.Y * box.Height));
    }

    private async Task GoAsync(BrowserFixture browser, string page, int width, bool dark)
    {
        open = await OpenPage.OpenAsync(browser, page, width, dark);
        await Try.ScrollIntoViewIfNeededAsync();
    }

    public ValueTask DisposeAsync() => open.DisposeAsync();
}
