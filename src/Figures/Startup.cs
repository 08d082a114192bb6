using System.Runtime.CompilerServices;
using NeuralNets.Charts;
using NeuralNets.Display;

// A cell sees the assemblies that this one refers to: so it can use Plotly.NET's own charts in C# without a further #r.
[assembly: TypeForwardedTo(typeof(Plotly.NET.CSharp.Chart))]

namespace NeuralNets;

/// <summary>Sees to it, before the library's first use, that notebooks show what Plotly.NET makes as figures.</summary>
/// <remarks>
/// Nothing listens for assemblies to come: whoever binds a library while another is being loaded may ask for the very one
/// that is on its way, without end.
/// </remarks>
internal static class Startup
{
    [ModuleInitializer]
    internal static void Prepare()
    {
        OlderFSharp.Accept();
        if (HostFormatters.Find() is { } host)
            PlotlyFormatters.RegisterWith(host);
    }
}
