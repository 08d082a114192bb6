using Notebooks.Packages;
using NuGet.Versioning;

namespace Notebooks.Sessions.Kernels;

/// <summary>Tells where a package comes in another version than a cell, or another package, has asked for.</summary>
internal static class PackageVersions
{
    /// <summary>A line for each such package.</summary>
    /// <param name="asked">What the cell asks for.</param>
    /// <param name="added">The packages that are new.</param>
    /// <param name="loaded">All packages, these among them.</param>
    public static IEnumerable<string> Remarks(
        IEnumerable<PackageRequest> asked, IReadOnlyList<RestoredPackage> added, IReadOnlyList<RestoredPackage> loaded) =>
    [
        .. from request in asked.Distinct()
           from package in added
           where request.IsFor(package.Name)
           from remark in request.Version is null ? []
               : request.IsMetBy(package.Version) ? package.Replaced
               : [$"{request} is asked for, but that version is not served: {package.Version} is loaded"]
           select remark,
        .. from package in added
           from need in package.Needs
           from other in loaded
           where other.Name.Equals(need.Key, StringComparison.OrdinalIgnoreCase) && !IsMet(need.Value, other.Version)
           select $"{package.Name} {package.Version} needs {other.Name} {need.Value}, but {other.Version} is loaded and is used",
    ];

    private static bool IsMet(string range, string version) =>
        !VersionRange.TryParse(range, out var needed) || needed.Satisfies(NuGetVersion.Parse(version));
}
