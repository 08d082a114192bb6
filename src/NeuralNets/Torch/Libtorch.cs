using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace NeuralNets.Torch;

/// <summary>libtorch, the native library behind TorchSharp: found and loaded by absolute path, never copied.</summary>
/// <remarks>
/// Loading happens by itself, when TorchSharp is loaded. It looks in the folder that the environment variable
/// <c>NEURALNETS_LIBTORCH</c> names, such as the <c>lib</c> folder of a PyTorch installation with a GPU; if that is not
/// set, in the NuGet packages and beside this library.
/// </remarks>
public static class Libtorch
{
    private const string TorchSharpNative = "LibTorchSharp";
    private static readonly Lazy<LoadedLibtorch> Loaded = new(LoadedLibtorch.Load);

    /// <summary>The folder that libtorch was loaded from.</summary>
    /// <exception cref="LibtorchNotFoundException">No libtorch could be loaded.</exception>
    public static string Folder => Loaded.Value.Folder;

    /// <summary>Loads libtorch if it is not loaded yet. There is no need to call it; a program may, to fail early.</summary>
    /// <exception cref="LibtorchNotFoundException">No libtorch could be loaded; its message says what was tried.</exception>
    public static void Load() => _ = Loaded.Value;

    /// <summary>Loads libtorch for a TorchSharp that has just been loaded; a failure is kept until TorchSharp needs it.</summary>
    internal static void PrepareFor(Assembly torchSharp)
    {
        try
        {
            Load();
        }
        catch (LibtorchNotFoundException)
        {
            // Lazy keeps it. TorchSharp's own loader would now copy 600 MB or blame a missing package: tell it that all
            // is well, so that its first real call is answered with our exception.
            if (AssemblyLoadContext.GetLoadContext(torchSharp) is { } context)
                context.ResolvingUnmanagedDll += (_, name) => name == TorchSharpNative ? NativeLibrary.GetMainProgramHandle() : 0;
        }

        try
        {
            NativeLibrary.SetDllImportResolver(torchSharp, (name, _, _) => name == TorchSharpNative ? Loaded.Value.TorchSharp : 0);
        }
        catch (InvalidOperationException)
        {
            // The host resolves TorchSharp's natives itself. What is loaded already is found by its name.
        }
    }
}
