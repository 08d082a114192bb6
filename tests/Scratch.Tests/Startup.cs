using System.Runtime.CompilerServices;
using NeuralNets.Torch;

namespace Scratch.Tests;

internal static class Startup
{
    /// <summary>Before a test speaks to torch.</summary>
    [ModuleInitializer]
    public static void LoadTorch() => Libtorch.Load();
}
