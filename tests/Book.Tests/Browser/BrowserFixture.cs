using System.Reflection;
using Microsoft.Playwright;
using Testing;

namespace Book.Tests.Browser;

/// <summary>One headless Chromium for all tests that look at a page as a reader does.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;
    private readonly List<IBrowserContext> opened = [];
    private Xunit.Sdk.ITest? test;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (Chromium.Path is null)
            return;

        // The driver stays in the NuGet folder: see the project file.
        var package = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => a.Key == "PlaywrightPackage").Value;
        Environment.SetEnvironmentVariable("PLAYWRIGHT_DRIVER_SEARCH_PATH", package);
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(30_000); // As long as all else is waited for: on a busy machine five seconds may not do.
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium.Path,
            Args = Chromium.Arguments,
        });
    }

    /// <summary>A fresh page in a context of its own; skips the test, saying why, where there is no Chromium.</summary>
    public async Task<IPage> NewPageAsync(BrowserNewContextOptions? options = null)
    {
        Assert.SkipWhen(Chromium.Path is null, Chromium.HowToInstall);
        if (test != TestContext.Current.Test)
            await CloseAsync(); // What a test before has left open would go on running, beside what is looked at now.
        test = TestContext.Current.Test;
        var context = await browser!.NewContextAsync(options);
        opened.Add(context);
        return await context.NewPageAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.CloseAsync();
        playwright?.Dispose();
    }

    private async Task CloseAsync()
    {
        foreach (var context in opened)
            await context.CloseAsync();
        opened.Clear();
    }
}
