using Book.Tests.Pages;

namespace Book.Tests.Firefox;

/// <summary>C# in the pages, as a reader with Firefox uses it: the playground, and figures that answer.</summary>
public class ComputingPageTests
{
    [Fact]
    public async Task The_playground_trains()
    {
        await using var page = await FirefoxPage.OpenAsync(await BuiltBook.AddressAsync("playground.html"), width: 1280);
        await page.EvaluateAsync("document.querySelector('.playground .run').click()");
        await page.WaitForAsync("+document.querySelector('[data-number=epoch]').textContent > 20");
        await page.EvaluateAsync("document.querySelector('.playground .run').click()");
        Assert.Equal("true", await page.EvaluateAsync("+document.querySelector('[data-number=loss]').textContent < 0.2"));
        Assert.Equal("0", await page.EvaluateAsync("Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
    }

    [Fact]
    public async Task Figures_answer()
    {
        (string Page, string Name)[] figures =
        [
            ("01-what-is-a-neural-network", "cut"), ("03-gradient-descent", "bowl"), ("04-building-networks", "hinges"),
            ("07-convolutional-networks", "filter"), ("10-networks-that-read", "town"),
        ];
        await using var page = await FirefoxPage.OpenAsync(await BuiltBook.AddressAsync("index.html"), width: 1280);
        foreach (var (name, figure) in figures)
        {
            await page.GoToAsync(await BuiltBook.AddressAsync($"{name}.html"));
            var cell = $"document.querySelector('[data-answers={figure}]')";
            await page.EvaluateAsync($"{cell}.querySelector('.asks').click()");
            await page.WaitForAsync($"{cell}.querySelector('.answering .tells')?.textContent");
            Assert.Equal("Close", await page.EvaluateAsync($"{cell}.querySelector('.asks').textContent"));
        }
    }
}
