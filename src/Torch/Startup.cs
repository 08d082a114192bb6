using System.Runtime.CompilerServices;
using NeuralNets.Display;

namespace NeuralNets.Torch;

/// <summary>
/// Sees to it, in any program that uses this library, that libtorch is found when TorchSharp wants it, and that notebooks
/// show what TorchSharp makes.
/// </summary>
/// <remarks>
/// All of it happens before the library's first use, and nothing listens for assemblies to come: whoever binds a library
/// while another is being loaded may ask for the very one that is on its way, without end.
/// </remarks>
internal static class Startup
{
    /// <summary>Loads no native library: a program that never touches torch gets no error and does not wait.</summary>
    [ModuleInitializer]
    internal static void Prepare()
    {
        try
        {
            PrepareTorchSharp();
            if (HostFormatters.Find() is { } host)
                TorchFormatters.RegisterWith(host);
        }
        catch (FileNotFoundException)
        {
            // Loaded without the libraries beside it, as the build does to lay out TorchSharp's folder.
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void PrepareTorchSharp() => Libtorch.PrepareFor(typeof(TorchSharp.torch).Assembly);
}
