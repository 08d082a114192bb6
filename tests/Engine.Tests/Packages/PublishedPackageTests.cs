using Engine.Tests.Sessions;
using Notebooks.Packages;

namespace Engine.Tests.Packages;

/// <summary>Packages as nuget.org serves them, with their extensions; skipped where it cannot be reached.</summary>
public sealed class PublishedPackageTests : IDisposable
{
    private readonly TestSession session = new();

    public PublishedPackageTests() => session.Session.PackageRestore = new SdkRestore(Path.GetTempPath());

    public void Dispose() => session.Dispose();

    [Fact]
    public async Task A_data_frame_is_a_table()
    {
        var run = await RunAsync("""
            #r "nuget: Microsoft.Data.Analysis, 0.24.0"
            using Microsoft.Data.Analysis;
            new DataFrame(new Int32DataFrameColumn("weight", [3, 4]))
            """);

        Assert.Contains("<th>weight</th>", run.Html, StringComparison.Ordinal);
        Assert.Contains(
            "display:Loading extensions from "
                + "`microsoft.data.analysis/0.24.0/interactive-extensions/dotnet/Microsoft.Data.Analysis.Interactive.dll`", run.Shown);
    }

    [Fact]
    public async Task A_chart_of_plotly_net_is_a_chart_and_so_is_one_that_is_displayed_later()
    {
        var run = await RunAsync("""
            #r "nuget: Plotly.NET.Interactive, 6.0.0"
            #r "nuget: Plotly.NET.CSharp, 0.14.0"
            var chart = Plotly.NET.CSharp.Chart.Line<int, int, string>([1, 2, 3], [1, 4, 9]);
            chart
            """);

        Assert.Contains("\"x\":[1,2,3],\"y\":[1,4,9]", run.Html, StringComparison.Ordinal);
        Assert.Contains("\"y\":[1,4,9]", Assert.Single((await session.Run("display(chart);")).Shown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_that_needs_one_with_an_extension_and_natives_works()
    {
        var run = await RunAsync("""
            #r "nuget: ScottPlot, 5.1.59"
            var plot = new ScottPlot.Plot();
            plot.Add.Signal(new double[] { 1, 2, 3 });
            Console.WriteLine(plot.GetImageBytes(200, 100, ScottPlot.ImageFormat.Png).Length > 100);
            new SkiaSharp.SKColor(255, 0, 0)
            """);

        Assert.Contains("rgb(255,0,0)", run.Html, StringComparison.Ordinal);
        Assert.Contains("stdout:True\n", run.Shown);
    }

    [Fact]
    public async Task What_the_framework_holds_stays_the_frameworks()
    {
        var run = await RunAsync("#r \"nuget: System.Text.Json, 8.0.5\"\ntypeof(System.Text.Json.JsonSerializer).Assembly.Location");

        Assert.Equal(typeof(System.Text.Json.JsonSerializer).Assembly.Location, run.Text);
    }

    private async Task<TestRun> RunAsync(string code)
    {
        var run = await session.Run(code);
        Assert.SkipWhen(run.Result.Error?.Message.Contains("(NU1301)", StringComparison.Ordinal) == true,
            $"nuget.org cannot be reached: {run.Result.Error?.Message}");
        Assert.True(run.Result.Succeeded, run.Result.Error?.Message);
        return run;
    }
}
