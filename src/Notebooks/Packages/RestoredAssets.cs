using System.Text.Json.Nodes;
using Notebooks.Sessions;
using Notebooks.Sessions.Compiling;

namespace Notebooks.Packages;

/// <summary>What NuGet's <c>project.assets.json</c> says about a restored project.</summary>
internal sealed class RestoredAssets
{
    private readonly Dictionary<string, string> versions = new(StringComparer.OrdinalIgnoreCase);

    private RestoredAssets(RestoredPackages packages) => Packages = packages;

    /// <summary>Where the files lie that a session needs.</summary>
    public RestoredPackages Packages { get; }

    /// <summary>Reads the file.</summary>
    /// <param name="path">Its path.</param>
    public static RestoredAssets Read(string path)
    {
        var file = JsonNode.Parse(File.ReadAllText(path))!;
        var folders = file["packageFolders"]!.AsObject().Select(folder => folder.Key).ToList();
        // The target with the runtime identifier comes after the one without.
        var target = file["targets"]!.AsObject().Last().Value!.AsObject();
        List<string> assemblies = [];
        List<string> natives = [];
        var assets = new RestoredAssets(new RestoredPackages(assemblies, natives));
        foreach (var (name, library) in target)
        {
            var root = file["libraries"]![name]!["path"]!.GetValue<string>();
            assets.versions[name.Split('/')[0]] = name.Split('/')[1];
            assemblies.AddRange(Files("runtime").Where(file => !PlatformAssemblies.IsShared(Path.GetFileNameWithoutExtension(file))));
            natives.AddRange(Files("native").Select(file => Path.GetDirectoryName(file)!).Except(natives));

            IEnumerable<string> Files(string kind) => (library![kind] as JsonObject ?? [])
                .Where(asset => !asset.Key.EndsWith("_._", StringComparison.Ordinal))
                .Select(asset => folders.Select(folder => Path.GetFullPath(Path.Combine(folder, root, asset.Key))).FirstOrDefault(File.Exists))
                .OfType<string>();
        }

        return assets;
    }

    /// <summary>The packages with the versions they got.</summary>
    /// <param name="packages">Those that were asked for.</param>
    public string Describe(IEnumerable<PackageRequest> packages) =>
        string.Join(" and ", packages.Select(package => package.Name).Distinct(StringComparer.OrdinalIgnoreCase).Select(name => $"{name} {versions.GetValueOrDefault(name)}"));
}
