namespace NeuralNets.Torch;

/// <summary>The folders in which NuGet keeps packages.</summary>
internal static class PackageFolders
{
    /// <summary>The file beside the library in which the build wrote down its own, one a line.</summary>
    public const string Record = "NeuralNets.Torch.packages";

    private const string Package = "NeuralNets.Torch";

    /// <summary>
    /// Those of the build, then the one that the library was restored to, then those of this user: the library may have been
    /// moved, or the packages.
    /// </summary>
    /// <param name="library">The folder that the library lies in.</param>
    public static IEnumerable<string> For(string library)
    {
        var record = Path.Combine(library, Record);
        string[] ofTheBuild = File.Exists(record) ? File.ReadAllLines(record) : [];
        string?[] ofTheUser = [OfThePackage(library), Environment.GetEnvironmentVariable("NUGET_PACKAGES"), .. Fallbacks, Home];
        return ofTheBuild.Concat(ofTheUser)
            .OfType<string>()
            .Where(folder => folder.Length > 0)
            .Select(Path.TrimEndingDirectorySeparator)
            .Distinct();
    }

    // As a package the library lies in neuralnets.torch/<version>/lib/<framework> of such a folder.
    private static string? OfThePackage(string library)
    {
        var package = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(library))));
        return Package.Equals(Path.GetFileName(package), StringComparison.OrdinalIgnoreCase) ? Path.GetDirectoryName(package) : null;
    }

    // NuGet takes a package from there that its own folder lacks; between them stands a semicolon, on every system.
    private static string[] Fallbacks => Environment.GetEnvironmentVariable("NUGET_FALLBACK_PACKAGES")?.Split(';') ?? [];

    private static string? Home => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is { Length: > 0 } home
        ? Path.Combine(home, ".nuget", "packages")
        : null;
}
