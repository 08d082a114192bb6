using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive.Formatting;

namespace NeuralNets.Tests;

/// <summary>
/// A kernel that loads each library into a context of its own, from the folder that notebooks load them from: the first use
/// of any type of this library makes it show figures, Plotly.NET's charts and tensors.
/// </summary>
public class StartupTests
{
    private readonly ContextPerAssembly loader = new(WorkingCopy.LibraryOutput);

    [Fact]
    public void Whatever_is_used_first_figures_charts_and_tensors_are_shown()
    {
        RuntimeHelpers.RunModuleConstructor(Type("NeuralNets", "NeuralNets.Checks.Check").Module.ModuleHandle);

        var figure = Type("NeuralNets.Figures", "NeuralNets.Charts.Figure").GetMethod("Of")!.Invoke(null, ["", Array.Empty<object>()]);
        Assert.Contains("data-figure=\"figure\"", figure.ToDisplayString("text/html"), StringComparison.Ordinal);

        var trace = Activator.CreateInstance(Type("Plotly.NET", "Plotly.NET.Trace2D"), "scatter");
        var chart = Type("Plotly.NET", "Plotly.NET.GenericChart").GetMethod("ofTraceObject")!.Invoke(null, [false, trace]);
        Assert.Contains("data-figure=\"chart\"", chart.ToDisplayString("text/html"), StringComparison.Ordinal);

        var tensor = Type("TorchSharp", "TorchSharp.torch+Tensor");
        Assert.Equal(["text/plain"], Formatter.GetPreferredMimeTypesFor(tensor));
    }

    private Type Type(string library, string name) => loader.Load(library)!.GetType(name, throwOnError: true)!;
}
