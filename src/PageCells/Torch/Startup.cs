using System.Runtime.CompilerServices;
using NeuralNets.Display;

namespace NeuralNets.Torch;

/// <summary>Sees to it that tensors, modules and optimizers are shown as PyTorch prints them.</summary>
internal static class Startup
{
    [ModuleInitializer]
    internal static void Prepare() => TorchFormatters.RegisterWith(HostFormatters.Find()!);
}
