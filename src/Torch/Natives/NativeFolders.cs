using System.Reflection;
using System.Runtime.InteropServices;

namespace NeuralNets.Torch;

/// <summary>The folders in which the natives may lie, best first.</summary>
/// <param name="library">The folder that this library lies in.</param>
internal sealed class NativeFolders(string library)
{
    /// <summary>The environment variable that names a PyTorch installation's <c>lib</c> folder.</summary>
    public const string Variable = "NEURALNETS_LIBTORCH";

    private static readonly Assembly Library = typeof(NativeFolders).Assembly;

    /// <summary>The folders for the library where it lies now.</summary>
    public static NativeFolders Here { get; } =
        new(Path.GetDirectoryName(Library.Location) is { Length: > 0 } folder ? folder : AppContext.BaseDirectory);

    /// <summary>The folder that the user asked for, or null.</summary>
    public static string? Chosen => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : null;

    /// <summary>This system, as packages name it.</summary>
    public static string Rid =>
        (OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")
        + (RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "-arm64" : "-x64");

    /// <summary>The one folder that the user asked for, or else every place where libtorch may be.</summary>
    public IEnumerable<string> ForLibtorch() => Chosen is { } chosen ? [Path.GetFullPath(chosen)] : WithoutChoice();

    /// <summary>Every place where libtorch may be if the user does not ask for another.</summary>
    public IEnumerable<string> WithoutChoice() => Places($"libtorch-cpu-{Rid}", VersionOf("Libtorch"));

    /// <summary>Every place where TorchSharp's own native library may be.</summary>
    public IEnumerable<string> ForTorchSharp() => Places("torchsharp", VersionOf("TorchSharp"));

    /// <summary>The first folder that has all of the libraries.</summary>
    /// <exception cref="LibtorchNotFoundException">None has; the message names each, and what it lacks.</exception>
    public static string FirstWith(string[] libraries, IEnumerable<string> folders)
    {
        var tried = new List<string>();
        foreach (var folder in folders)
        {
            var missing = libraries.Select(NativeFile.Named).Where(file => !File.Exists(Path.Combine(folder, file))).ToList();
            if (missing.Count == 0)
                return folder;
            tried.Add($"{folder}: {(Directory.Exists(folder) ? $"no {string.Join(", ", missing)}" : "no such folder")}");
        }

        throw LibtorchNotFoundException.NotFound(NativeFile.Named(libraries[0]), tried);
    }

    private IEnumerable<string> Places(string package, string version) => PackageFolders.For(library)
        .Select(packages => Natives(Path.Combine(packages, package, version)))
        .Concat([library, Natives(library)])
        .Distinct();

    /// <summary>The folder within a package that has this system's natives.</summary>
    private static string Natives(string package) => Path.Combine(package, "runtimes", Rid, "native");

    /// <summary>The version that this library was built with.</summary>
    public static string VersionOf(string package) =>
        Library.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == $"{package}Version").Value!;
}
