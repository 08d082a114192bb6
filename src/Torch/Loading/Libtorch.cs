using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace NeuralNets.Torch;

/// <summary>libtorch, the native library behind TorchSharp: found and loaded by absolute path, never copied.</summary>
/// <remarks>
/// Loading happens by itself, when TorchSharp is first used. It looks in the folder that the environment variable
/// <c>NEURALNETS_LIBTORCH</c> names, such as the <c>lib</c> folder of a PyTorch installation with a GPU; if that is not
/// set, in the NuGet packages and beside this library.
/// </remarks>
public static class Libtorch
{
    private const string TorchSharpNative = "LibTorchSharp";
    private static readonly Lazy<LoadedLibtorch> Loaded = new(LoadOnce);

    /// <summary>The folder that libtorch was loaded from.</summary>
    /// <exception cref="LibtorchNotFoundException">No libtorch could be loaded.</exception>
    public static string Folder => Loaded.Value.Folder;

    /// <summary>Loads libtorch if it is not loaded yet. There is no need to call it; a program may, to fail early.</summary>
    /// <exception cref="LibtorchNotFoundException">No libtorch could be loaded; its message says what was tried.</exception>
    public static void Load() => _ = Loaded.Value;

    /// <summary>Has libtorch loaded when TorchSharp wants it; a failure is told by TorchSharp's first real call.</summary>
    /// <remarks>
    /// TorchSharp asks twice: its own loader by name, which the context of its assembly answers, then each of its calls. After
    /// a failure the loader would copy 600 MB or blame a missing package, so it is told that all is well; the call then gets
    /// our exception.
    /// </remarks>
    internal static void PrepareFor(Assembly torchSharp)
    {
        AssemblyLoadContext.GetLoadContext(torchSharp)!.ResolvingUnmanagedDll += (_, name) =>
            name == TorchSharpNative ? HandleOrStandIn() : 0;
        try
        {
            NativeLibrary.SetDllImportResolver(torchSharp, (name, _, _) => name == TorchSharpNative ? Loaded.Value.TorchSharp : 0);
        }
        catch (InvalidOperationException)
        {
            // The host resolves TorchSharp's natives itself. What is loaded already is found by its name.
        }
    }

    private static LoadedLibtorch LoadOnce()
    {
        Finalizers.Delay(); // Before anything can use a number that a finalizer frees.
        return LoadedLibtorch.Load();
    }

    private static nint HandleOrStandIn()
    {
        try
        {
            return Loaded.Value.TorchSharp;
        }
        catch (LibtorchNotFoundException)
        {
            return NativeLibrary.GetMainProgramHandle(); // Lazy keeps the exception.
        }
    }
}
