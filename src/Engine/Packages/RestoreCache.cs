using System.Text.Json;
using Notebooks.Documents;

namespace Notebooks.Packages;

/// <summary>Remembers, for this user, where restored packages lie.</summary>
internal static class RestoreCache
{
    private static readonly string Folder = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "neural-networks-csharp", "packages");

    /// <summary>Result of restoring the same project before; null when it is not known, or its files are gone.</summary>
    public static IReadOnlyList<RestoredPackage>? Find(RestoreProject project)
    {
        if (!project.IsExact)
            return null;
        try
        {
            var known = JsonSerializer.Deserialize<List<RestoredPackage>>(File.ReadAllBytes(PathOf(project)));
            return known?.TrueForAll(IsThere) == true ? known : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Remembers a restore; without a place to write to, the next one asks again.</summary>
    /// <param name="project">The project.</param>
    /// <param name="packages">Where its packages lie.</param>
    public static void Add(RestoreProject project, IReadOnlyList<RestoredPackage> packages)
    {
        try
        {
            Directory.CreateDirectory(Folder);
            AtomicFile.Write(PathOf(project), JsonSerializer.SerializeToUtf8Bytes(packages));
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException or DocumentException)
        {
            // It is no loss but of time.
        }
    }

    private static bool IsThere(RestoredPackage package) =>
        Directory.Exists(package.Folder) && package.Assemblies.All(File.Exists) && package.NativeFolders.All(Directory.Exists);

    private static string PathOf(RestoreProject project) => Path.Combine(Folder, project.Key + ".json");
}
