using System.Runtime.InteropServices;

namespace NeuralNets.Torch;

/// <summary>
/// The folder <c>cpu</c> beside TorchSharp, which its own loader fills with 600 MB of copies and then loads from. It comes
/// to that if a cell uses TorchSharp before anything of this library. So the build fills the folder with links: nothing is
/// copied, and what is loaded is what this library would have loaded.
/// </summary>
internal static class TorchSharpFallback
{
    private const string FolderName = "cpu";

    /// <summary>Fills the folder; called by the build, on systems whose users may make links.</summary>
    /// <param name="output">The folder that TorchSharp lies in.</param>
    /// <param name="links">
    /// Where the links are kept; the folder itself is a link to this one, so that no tool counts 600 MB in the output.
    /// </param>
    /// <exception cref="LibtorchNotFoundException">
    /// A package is missing, or TorchSharp's native library needs a patch that can not be made.
    /// </exception>
    public static void Fill(string output, string links)
    {
        Directory.CreateDirectory(links);
        var folders = new NativeFolders(output);
        var torchSharp = Path.Combine(NativeFolders.FirstWith(["LibTorchSharp"], folders.ForTorchSharp()),
            NativeFile.Named("LibTorchSharp"));
        Link(Path.Combine(links, Path.GetFileName(torchSharp)), NeedsPatch() ? OlderLibstdcxx.CopyFor(torchSharp) : torchSharp);
        foreach (var file in Directory.EnumerateFiles(NativeFolders.FirstWith(["torch_cpu"], folders.WithoutChoice())))
            Link(Path.Combine(links, Path.GetFileName(file)), file);

        var folder = Path.Combine(output, FolderName);
        if (new DirectoryInfo(folder) is { Exists: true, LinkTarget: null })
            Directory.Delete(folder, recursive: true); // TorchSharp's copies.
        Link(folder, Path.GetFullPath(links));
    }

    private static bool NeedsPatch() =>
        OperatingSystem.IsLinux()
        && NativeLibrary.TryLoad("libstdc++.so.6", out var libstdcxx)
        && !NativeLibrary.TryGetExport(libstdcxx, LibstdcxxPatch.Symbol, out _);

    private static void Link(string link, string target)
    {
        if (new FileInfo(link).LinkTarget == target)
            return;
        File.Delete(link);
        File.CreateSymbolicLink(link, target);
    }
}
