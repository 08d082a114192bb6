using System.Runtime.CompilerServices;
using NeuralNets.Charts;
using NeuralNets.Display;
using NeuralNets.Torch;

namespace NeuralNets;

/// <summary>Starts the figures and the printing, whichever type a cell uses first.</summary>
internal static class Startup
{
    [ModuleInitializer]
    internal static void Prepare()
    {
        RuntimeHelpers.RunModuleConstructor(typeof(Figure).Module.ModuleHandle);
        if (HostFormatters.Find() is { } host)
            TorchFormatters.RegisterWith(host);
    }
}
