using System.Text.Json.Nodes;

namespace Notebooks.Packages;

/// <summary>NuGet's <c>project.assets.json</c> of a restored project.</summary>
internal static class RestoredAssets
{
    /// <summary>The packages that it lists, and where their files lie.</summary>
    public static IReadOnlyList<RestoredPackage> Read(string path)
    {
        var file = JsonNode.Parse(File.ReadAllText(path))!;
        List<string> roots = [.. file["packageFolders"]!.AsObject().Select(folder => folder.Key)];
        // The target with the runtime identifier comes after the one without.
        var target = file["targets"]!.AsObject().Last().Value!.AsObject();
        return [.. target.Select(library => Read(library.Key, library.Value!, file["libraries"]![library.Key]!, roots))];
    }

    private static RestoredPackage Read(string nameAndVersion, JsonNode assets, JsonNode library, IReadOnlyList<string> roots)
    {
        var path = library["path"]!.GetValue<string>();
        var folder = roots.Select(root => Path.GetFullPath(Path.Combine(root, path))).First(Directory.Exists);
        return new RestoredPackage(
            nameAndVersion.Split('/')[0],
            nameAndVersion.Split('/')[1],
            folder,
            [.. Files("runtime")],
            [.. Files("native").Select(file => Path.GetDirectoryName(file)!).Distinct()])
        {
            Needs = (assets["dependencies"] as JsonObject ?? []).ToDictionary(need => need.Key, need => need.Value!.GetValue<string>()),
        };

        IEnumerable<string> Files(string kind) => (assets[kind] as JsonObject ?? [])
            .Where(asset => !asset.Key.EndsWith("_._", StringComparison.Ordinal))
            .Select(asset => Path.GetFullPath(Path.Combine(folder, asset.Key)))
            .Where(File.Exists);
    }
}
