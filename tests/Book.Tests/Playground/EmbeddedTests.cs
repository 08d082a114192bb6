using Book.Tests.Browser;
using Book.Tests.Pages;
using Microsoft.Playwright;

namespace Book.Tests.Playground;

/// <summary>The playground as a figure of notebook 04.</summary>
[Collection("Programs")]
public class EmbeddedTests(BrowserFixture browser)
{
    [Fact]
    public async Task It_comes_when_asked_for_runs_there_leads_to_its_own_page_and_is_put_away()
    {
        await using var open = await OpenPage.OpenAsync(browser, "04-building-networks.html");
        var (page, cell) = (open.Page, open.Page.Locator("[data-answers=playground]"));
        Assert.Equal(0, await page.Locator(".playground").CountAsync());
        var address = page.Url;
        for (var time = 0; time < 2; time++)
        {
            await cell.Locator(".asks").ClickAsync();
            await Assertions.Expect(cell.Locator("[data-number=loss]")).Not.ToHaveTextAsync("–", new() { Timeout = 60_000 });
            Assert.Equal("0", await cell.Locator("[data-number=epoch]").TextContentAsync());
            await Button(cell, "Dead units").ClickAsync();
            await page.WaitForFunctionAsync(
                "() => Number(document.querySelector('[data-number=epoch]').textContent.replaceAll(',', '')) > 20",
                null, new() { Timeout = 30_000 });
            await Button(cell, "Pause").ClickAsync();
            await Assertions.Expect(cell.GetByText("This run on a page of its own"))
                .ToHaveAttributeAsync("href", "playground.html#units=4&seed=14");
            Assert.Equal(address, page.Url);
            await cell.Locator(".asks").ClickAsync();
            await Assertions.Expect(page.Locator(".playground")).ToHaveCountAsync(0);
        }

        Assert.Empty(open.Complaints);
    }

    private static ILocator Button(ILocator cell, string name) =>
        cell.Locator(".playground").GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
