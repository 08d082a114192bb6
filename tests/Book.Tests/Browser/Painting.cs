using Microsoft.Playwright;

namespace Book.Tests.Browser;

/// <summary>When a page is there for its reader.</summary>
internal static class Painting
{
    /// <summary>Waits until the page has been painted for the first time: before, nobody types.</summary>
    public static Task PaintedAsync(this IPage page) =>
        page.WaitForFunctionAsync("() => performance.getEntriesByName('first-contentful-paint').length > 0");
}
