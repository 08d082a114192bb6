using System.Runtime.CompilerServices;
using NeuralNets.Charts;
using NeuralNets.Torch;

namespace NeuralNets;

/// <summary>Starts both libraries that this one stands on, whichever of its types a cell uses first.</summary>
internal static class Startup
{
    [ModuleInitializer]
    internal static void Prepare()
    {
        RuntimeHelpers.RunModuleConstructor(typeof(Figure).Module.ModuleHandle);
        RuntimeHelpers.RunModuleConstructor(typeof(Libtorch).Module.ModuleHandle);
    }
}
