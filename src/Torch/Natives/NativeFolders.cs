using System.Reflection;
using System.Runtime.InteropServices;

namespace NeuralNets.Torch;

/// <summary>The folders in which the natives may lie, best first.</summary>
internal static class NativeFolders
{
    /// <summary>The environment variable that names a PyTorch installation's <c>lib</c> folder.</summary>
    public const string Variable = "NEURALNETS_LIBTORCH";

    private static readonly Assembly Library = typeof(NativeFolders).Assembly;

    private static string Rid =>
        (OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")
        + (RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "-arm64" : "-x64");

    /// <summary>The TorchSharp package that this library was built with.</summary>
    public static string TorchSharpPackage => Recorded("TorchSharpPackage");

    /// <summary>The libtorch package of the system that this library was built on.</summary>
    public static string LibtorchPackage => Recorded("LibtorchPackage");

    /// <summary>The folder that the user asked for, or null.</summary>
    public static string? Chosen => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : null;

    /// <summary>The one folder that the user asked for, or else every place where libtorch may be.</summary>
    public static IEnumerable<string> ForLibtorch() => Chosen is { } chosen ? [Path.GetFullPath(chosen)] : WithoutChoice();

    /// <summary>Every place where libtorch may be if the user does not ask for another.</summary>
    public static IEnumerable<string> WithoutChoice() => Places($"libtorch-cpu-{Rid}", LibtorchPackage, Recorded("LibtorchVersion"));

    /// <summary>The folder within a package that has this system's natives.</summary>
    public static string Natives(string package) => Path.Combine(package, "runtimes", Rid, "native");

    /// <summary>Every place where TorchSharp's own native library may be.</summary>
    public static IEnumerable<string> ForTorchSharp() => Places("torchsharp", TorchSharpPackage, Recorded("TorchSharpVersion"));

    private static IEnumerable<string> Places(string package, string recorded, string version) =>
        PackageFolders(package, recorded, version)
            .Select(Natives)
            .Concat(BesideTheLibrary())
            .Distinct();

    /// <summary>The package as this library was built with it, then where NuGet keeps packages on this machine.</summary>
    private static IEnumerable<string> PackageFolders(string package, string recorded, string version)
    {
        if (recorded.Length > 0)
            yield return recorded;
        if (Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } packages)
            yield return Path.Combine(packages, package, version);
        if (Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is { Length: > 0 } home)
            yield return Path.Combine(home, ".nuget", "packages", package, version);
    }

    private static IEnumerable<string> BesideTheLibrary()
    {
        var folder = Path.GetDirectoryName(Library.Location) is { Length: > 0 } own ? own : AppContext.BaseDirectory;
        return [folder, Natives(folder)];
    }

    /// <summary>What the build wrote down about the packages.</summary>
    private static string Recorded(string key) =>
        Library.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => a.Key == key)?.Value ?? "";
}
