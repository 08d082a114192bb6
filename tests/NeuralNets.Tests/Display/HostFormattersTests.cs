using Microsoft.DotNet.Interactive.Formatting;
using NeuralNets.Tests.Torch;
using NeuralNets.Tests.Training;
using Plotly.NET.CSharp;
using TorchSharp;

namespace NeuralNets.Tests.Display;

/// <summary>What the kernel's own registry shows, as it stands beside these tests.</summary>
[Collection(TorchCollection.Name)]
public class HostFormattersTests
{
    private static readonly double[] X = [1, 2, 3];

    [Fact]
    public async Task A_kernel_that_loads_each_library_into_a_context_of_its_own_shows_figures_and_charts()
    {
        var result = await ChildProcess.RunAsync("kernel");
        Assert.Equal(new(0, "figure chart", ""), result);
    }

    [Fact]
    public void A_chart_of_plotly_is_shown_as_a_figure()
    {
        var chart = Chart.Line<double, double, string>(X, X, Name: "three");
        Assert.Contains("data-nnf=\"chart\"", chart.ToDisplayString("text/html"), StringComparison.Ordinal);
        Assert.Equal("A line 'three' through 3 points", chart.ToDisplayString("text/plain"));
        Assert.Equal(["text/html", "text/plain"], Formatter.GetPreferredMimeTypesFor(chart.GetType()));
    }

    [Fact]
    public void A_tensor_is_shown_as_PyTorch_prints_it()
    {
        using var tensor = torch.ones(2);
        Assert.Equal("tensor([1., 1.])", tensor.ToDisplayString("text/plain"));
        Assert.Equal("<pre>tensor([1., 1.])</pre>", tensor.ToDisplayString("text/html"));
        Assert.Equal(["text/plain"], Formatter.GetPreferredMimeTypesFor(tensor.GetType()));
    }
}
