using System.Reflection;
using System.Text.Json.Serialization;
using Notebooks.Platform;

namespace Notebooks.Packages;

/// <summary>Fetches the NuGet packages that a cell asks for with <c>#r "nuget: Name, Version"</c>.</summary>
public interface IPackageRestore
{
    /// <summary>Fetches packages, and what they need in turn.</summary>
    /// <param name="order">What to fetch.</param>
    /// <param name="progress">Hears now and then how long it has taken so far; never when nothing has to be fetched.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>All packages that there are then, those loaded before among them.</returns>
    /// <exception cref="PackageException">A package cannot be had; the message says which and why.</exception>
    Task<IReadOnlyList<RestoredPackage>> RestoreAsync(PackageOrder order, Action<string> progress, CancellationToken cancellationToken);
}

/// <summary>Packages that a cell wants fetched.</summary>
/// <param name="Packages">The new packages.</param>
/// <param name="Loaded">The packages that the session has loaded already: their versions stay.</param>
/// <param name="Sources">Sources named by <c>#i "nuget: …"</c>, besides the configured ones.</param>
public sealed record PackageOrder(
    IReadOnlyList<PackageRequest> Packages, IReadOnlyList<RestoredPackage> Loaded, IReadOnlyList<string> Sources);

/// <summary>A package that lies ready.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Folder">The full path of its folder.</param>
/// <param name="Assemblies">Full paths of its assemblies.</param>
/// <param name="NativeFolders">Folders with native libraries for this system.</param>
public sealed record RestoredPackage(
    string Name, string Version, string Folder, IReadOnlyList<string> Assemblies, IReadOnlyList<string> NativeFolders)
{
    /// <summary>The packages that it needs, with the range of versions that each may have.</summary>
    public IReadOnlyDictionary<string, string> Needs { get; init; } = new Dictionary<string, string>();

    /// <summary>The versions of its assemblies that the framework or the engine has instead, which are used: a line each.</summary>
    [JsonIgnore]
    public IEnumerable<string> Replaced => Assemblies
        .Where(path => PlatformAssemblies.InPlaceOf(path) != path)
        .Select(AssemblyName.GetAssemblyName)
        .Select(brought => (Brought: brought, Used: PlatformAssemblies.VersionOf(brought.Name!)))
        .Where(pair => pair.Used > pair.Brought.Version)
        .Select(pair => $"{Name} {Version} is asked for, but {pair.Brought.Name} {pair.Used} is loaded already and is used");

    /// <summary>True if it brings anything that is loaded; a package may just name others, or hold what the engine has.</summary>
    public bool HasFiles => NativeFolders.Count > 0 || Assemblies.Any(path => PlatformAssemblies.InPlaceOf(path) == path);
}
