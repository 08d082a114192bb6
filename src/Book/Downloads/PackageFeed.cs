namespace Notebooks.Book.Downloads;

/// <summary>
/// The packages of a library that cells load by its path: the folder <c>packages</c> beside it, which its build fills with the
/// package of its name and those of its neighbours that it needs.
/// </summary>
/// <param name="Name">The package's name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Files">The full paths of all the packages.</param>
internal sealed record PackageFeed(string Name, string Version, IReadOnlyList<string> Files)
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
        var versions = files.Select(Path.GetFileName).OfType<string>()
            .Where(file => file.StartsWith($"{name}.", StringComparison.Ordinal) && char.IsAsciiDigit(file[name.Length + 1]))
            .Select(file => file[(name.Length + 1)..^Ending.Length]);
        return versions.SingleOrDefault() is { } version ? new(name, version, files) : null;
    }
}
