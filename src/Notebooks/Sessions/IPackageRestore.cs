namespace Notebooks.Sessions;

/// <summary>Fetches the NuGet packages that a cell asks for with <c>#r "nuget: Name, Version"</c>.</summary>
public interface IPackageRestore
{
    /// <summary>Fetches packages, and what they need in turn.</summary>
    /// <param name="packages">All packages that the session has asked for so far, so that versions agree.</param>
    /// <param name="sources">Sources named by <c>#i "nuget: …"</c>, besides the configured ones.</param>
    /// <param name="progress">Receives lines that say how far it is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="PackageException">A package cannot be had; the message says which and why.</exception>
    Task<RestoredPackages> RestoreAsync(
        IReadOnlyList<PackageRequest> packages, IReadOnlyList<string> sources, Action<string> progress, CancellationToken cancellationToken);
}

/// <summary>A package that a cell asks for.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version, or null for the newest.</param>
public sealed record PackageRequest(string Name, string? Version);

/// <summary>Where restored packages lie.</summary>
/// <param name="Assemblies">Full paths of the assemblies to reference.</param>
/// <param name="NativeFolders">Folders with native libraries for this system.</param>
public sealed record RestoredPackages(IReadOnlyList<string> Assemblies, IReadOnlyList<string> NativeFolders);
