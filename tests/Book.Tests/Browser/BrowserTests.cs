namespace Book.Tests.Browser;

[Collection("Browser")]
public class BrowserTests(BrowserFixture browser)
{
    [Fact]
    public async Task The_browser_runs_scripts()
    {
        var page = await browser.NewPageAsync();
        await page.SetContentAsync("<p id='p'></p><script>document.getElementById('p').textContent = 6 * 7</script>");
        Assert.Equal("42", await page.TextContentAsync("#p"));
    }
}
