using System.Security.Cryptography;

namespace Notebooks.Book.Downloads;

/// <summary>
/// The packages of a library that cells load by its path: the folder <c>packages</c> beside it, which its build fills with the
/// package of its name and those of its neighbours that it needs.
/// </summary>
/// <remarks>
/// As long as the version stays the same, NuGet takes the package that an earlier download has left in its folder. So those of a
/// download have a version of their own, which says what is in them all.
/// </remarks>
/// <param name="Name">The package's name.</param>
/// <param name="Version">The version that they all have in a download.</param>
/// <param name="Packages">The packages, by their file names.</param>
internal sealed record PackageFeed(string Name, string Version, IReadOnlyDictionary<string, byte[]> Packages)
{
    private const string Ending = ".nupkg";

    /// <summary>What a cell says to load it.</summary>
    public string Reference => $"nuget: {Name}, {Version}";

    /// <summary>The feed beside a library; null where there is none.</summary>
    /// <param name="library">The library's full path.</param>
    public static PackageFeed? BesideOf(string library)
    {
        var name = Path.GetFileNameWithoutExtension(library);
        var folder = Path.Combine(Path.GetDirectoryName(library)!, "packages");
        string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, $"*{Ending}") : [];
        Array.Sort(files, StringComparer.Ordinal);
        var version = files.Select(Path.GetFileName).OfType<string>()
            .Where(file => file.StartsWith($"{name}.", StringComparison.Ordinal) && char.IsAsciiDigit(file[name.Length + 1]))
            .Select(file => file[(name.Length + 1)..^Ending.Length]).SingleOrDefault();
        return version is null ? null : Of(name, version, files);
    }

    private static PackageFeed Of(string name, string version, string[] files)
    {
        var contents = files.ToDictionary(static file => Path.GetFileName(file), File.ReadAllBytes, StringComparer.Ordinal);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var content in contents.Values)
            hash.AppendData(SHA256.HashData(content));
        var own = $"{version}-book.{Convert.ToHexStringLower(hash.GetHashAndReset())[..12]}";
        return new(name, own, contents.ToDictionary(
            package => package.Key.Replace($".{version}{Ending}", $".{own}{Ending}", StringComparison.Ordinal),
            package => PackageVersion.Change(package.Value, version, own)));
    }
}
