using System.Globalization;
using Book.Tests.Browser;

namespace Book.Tests.Pages;

/// <summary>The bounds on size and stillness; each test prints what it measured.</summary>
[Collection("Browser")]
public class BoundTests(BrowserFixture browser)
{
    [Fact]
    public async Task The_site_is_under_7_MB_without_plotly_and_the_pages_programs()
    {
        var folder = await BuiltBook.FolderAsync();
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(file => new FileInfo(file)).ToList();
        string[] onDemand = ["plotly.min.js", "machine.js", "cells.js"];
        // No page leads to the executed notebooks: they are in the archive.
        var site = files.Where(file => !onDemand.Contains(file.Name) && file.Extension != ".ipynb").Sum(file => file.Length) / 1e6;
        var page = files.Where(file => file.Extension == ".html").Max(file => file.Length) / 1e6;
        var download = files.Single(file => file.Extension == ".zip").Length / 1e6;
        Print($"the site without plotly.js and the pages' programs {site:0.00} MB");
        Print($"largest page {page:0.00} MB, download {download:0.00} MB");
        Assert.InRange(site, 0, 7);
        Assert.InRange(page, 0, 1.5);
        Assert.InRange(download, 0, 1.5);
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
