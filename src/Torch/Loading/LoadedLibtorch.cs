using System.Runtime.InteropServices;

namespace NeuralNets.Torch;

/// <summary>The natives in memory.</summary>
/// <param name="Folder">Where libtorch came from.</param>
/// <param name="TorchSharp">The handle of TorchSharp's own native library.</param>
internal sealed record LoadedLibtorch(string Folder, nint TorchSharp)
{
    private const string TorchSharpLibrary = "LibTorchSharp";

    /// <summary>Dependencies before dependants; those with CUDA are there only in a PyTorch made for it.</summary>
    private static readonly string[] LoadOrder = ["c10", "torch_cpu", "c10_cuda", "torch_cuda", "torch"];

    private static readonly string[] Needed = ["torch_cpu", "c10", "torch"];

    /// <summary>Finds and loads them all.</summary>
    /// <exception cref="LibtorchNotFoundException">One is missing or does not load.</exception>
    public static LoadedLibtorch Load()
    {
        var loaded = NativeLibrary.TryLoad(NativeFile.Named(TorchSharpLibrary), out var torchSharp) ? Adopt(torchSharp) : FindAndLoad();
        Nnpack.LeaveOut();
        return loaded;
    }

    private static LoadedLibtorch FindAndLoad()
    {
        var torchSharp = NativeFolders.FirstWith([TorchSharpLibrary], NativeFolders.Here.ForTorchSharp());
        var libtorch = NativeFolders.FirstWith(Needed, NativeFolders.Here.ForLibtorch());
        PyTorchVersion.RefuseOlder(libtorch);
        OpenMPThreads.UseOne();
        foreach (var file in LoadOrder.Select(name => Path.Combine(libtorch, NativeFile.Named(name))).Where(File.Exists))
            LoadFile(file, libtorch);
        return new(libtorch, LoadTorchSharp(Path.Combine(torchSharp, NativeFile.Named(TorchSharpLibrary)), libtorch));
    }

    /// <summary>TorchSharp was used before this library, and has loaded what the build had laid out for it.</summary>
    private static LoadedLibtorch Adopt(nint torchSharp)
    {
        if (NativeFolders.Chosen is { } chosen)
        {
            StandardError.Say(
                $"NeuralNets: {NativeFolders.Variable} ({chosen}) comes too late, TorchSharp has already loaded another libtorch. "
                + "Call Libtorch.Load() before the first use of torch.");
        }

        OpenMPThreads.UseOneNow(torchSharp);
        return new(NativeFolders.FirstWith(Needed, NativeFolders.Here.WithoutChoice()), torchSharp);
    }

    private static nint LoadFile(string file, string libtorch)
    {
        try
        {
            return NativeLibrary.Load(file);
        }
        catch (Exception error) when (error is DllNotFoundException or BadImageFormatException)
        {
            throw LibtorchNotFoundException.DoesNotLoad(file, libtorch, error);
        }
    }

    private static nint LoadTorchSharp(string file, string libtorch)
    {
        try
        {
            return NativeLibrary.Load(file);
        }
        catch (DllNotFoundException error) when (OlderLibstdcxx.IsTheReason(error))
        {
            return LoadFile(OlderLibstdcxx.CopyFor(file), libtorch);
        }
        catch (Exception error) when (error is DllNotFoundException or BadImageFormatException)
        {
            throw LibtorchNotFoundException.DoesNotLoad(file, libtorch, error);
        }
    }
}
