using System.Globalization;
using Book.Tests.Browser;

namespace Book.Tests.Pages;

/// <summary>The bounds on size and stillness; each test prints what it measured.</summary>
[Collection("Browser")]
public class BoundTests(BrowserFixture browser)
{
    [Fact]
    public async Task The_pages_and_what_they_ask_for_are_under_5_and_a_half_MB_and_a_notebook_to_take_home_under_three_quarters()
    {
        var folder = await BuiltBook.FolderAsync();
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(file => new FileInfo(file)).ToList();
        var downloads = files.Where(file => file.Extension is ".zip" or ".ipynb").ToList();
        string[] onDemand = ["plotly.min.js", "machine.js", "cells.js"];
        var site = files.Except(downloads).Where(file => !onDemand.Contains(file.Name)).Sum(file => file.Length) / 1e6;
        var page = files.Where(file => file.Extension == ".html").Max(file => file.Length) / 1e6;
        var download = downloads.Max(file => file.Length) / 1e6;
        Print($"pages and what they ask for, without plotly.js, machine.js and cells.js, {site:0.00} MB, largest page {page:0.00} MB");
        Print($"largest download {download:0.00} MB");
        Assert.InRange(site, 0, 5.5);
        Assert.InRange(page, 0, 1.5);
        Assert.InRange(download, 0, 0.75);
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
