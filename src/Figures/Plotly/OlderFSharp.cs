using System.Runtime.Loader;

namespace NeuralNets.Charts;

/// <summary>
/// Plotly.NET's charts in a host that has an older FSharp.Core: Microsoft's kernel has 10.0 loaded, and what Plotly.NET comes with asks
/// for 10.1, of which it uses nothing new.
/// </summary>
internal static class OlderFSharp
{
    private const string Library = "FSharp.Core";

    /// <summary>From now on, the one that is loaded stands for a newer one that is not to be had.</summary>
    /// <remarks>It is asked for last, when the host has found none, and loads nothing.</remarks>
    public static void Accept() =>
        AssemblyLoadContext.GetLoadContext(typeof(OlderFSharp).Assembly)!.Resolving += static (context, wanted) =>
            wanted.Name == Library ? context.Assemblies.FirstOrDefault(static loaded => loaded.GetName().Name == Library) : null;
}
