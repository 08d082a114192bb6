using System.Globalization;
using Book.Tests.Browser;

namespace Book.Tests.Pages;

/// <summary>The bounds on size and stillness; each test prints what it measured.</summary>
[Collection("Browser")]
public class BoundTests(BrowserFixture browser)
{
    [Fact]
    public async Task The_site_without_plotly_and_its_program_is_under_7_MB_and_no_page_over_1_and_a_half()
    {
        var folder = await BuiltBook.FolderAsync();
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(file => new FileInfo(file)).ToList();
        var site = files.Where(file => file.Name is not ("plotly.min.js" or "machine.js")).Sum(file => file.Length) / 1e6;
        var page = files.Where(file => file.Extension == ".html").Max(file => file.Length) / 1e6;
        Print($"site without plotly.js and machine.js {site:0.00} MB, largest page {page:0.00} MB");
        Assert.InRange(site, 0, 7);
        Assert.InRange(page, 0, 1.5);
    }

    [Theory]
    [InlineData(1400)]
    [InlineData(360)]
    public async Task Nothing_moves_when_figures_come_alive(int width)
    {
        await using var open = await OpenPage.OpenAsync(browser, "04-building-networks.html", width);
        await open.Page.EvaluateAsync("""
            () => {
              window.shift = 0;
              new PerformanceObserver(list => list.getEntries().forEach(e => { window.shift += e.value; }))
                .observe({ type: 'layout-shift', buffered: true });
            }
            """);
        var figures = await open.BringFiguresAliveAsync();
        var shift = await open.Page.EvaluateAsync<double>("() => window.shift");
        Print($"{figures} figures, cumulative layout shift {shift:0.0000} at {width} pixels");
        Assert.InRange(shift, 0, 0.05);
    }

    private static void Print(FormattableString line) =>
        TestContext.Current.TestOutputHelper?.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
