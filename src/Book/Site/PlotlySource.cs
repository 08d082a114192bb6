using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace Notebooks.Book.Site;

/// <summary>plotly.js as an assembly beside the notebooks' library carries it; found by looking, without loading any code.</summary>
/// <param name="Script">The script.</param>
/// <param name="Version">Its version, such as <c>2.28.0</c>.</param>
internal sealed partial record PlotlySource(byte[] Script, string Version)
{
    /// <summary>The first plotly.js among the resources of these assemblies, or null.</summary>
    public static PlotlySource? Find(IEnumerable<string> assemblies) => assemblies
        .Where(static path => Path.GetFileName(path).Contains("plotly", StringComparison.OrdinalIgnoreCase))
        .Select(Read).OfType<PlotlySource>().FirstOrDefault();

    private static PlotlySource? Read(string path)
    {
        using var pe = new PEReader(File.OpenRead(path));
        if (!pe.HasMetadata || pe.PEHeaders.CorHeader is not { } header)
            return null;
        var metadata = pe.GetMetadataReader();
        foreach (var resource in metadata.ManifestResources.Select(metadata.GetManifestResource))
        {
            var name = Name().Match(metadata.GetString(resource.Name));
            if (!name.Success || !resource.Implementation.IsNil)
                continue;
            var reader = pe.GetSectionData(header.ResourcesDirectory.RelativeVirtualAddress).GetReader();
            reader.Offset = (int)resource.Offset;
            return new(reader.ReadBytes(reader.ReadInt32()), name.Groups["version"].Value);
        }

        return null;
    }

    [GeneratedRegex(@"plotly-(?<version>\d+\.\d+\.\d+)(\.min)?\.js$", RegexOptions.IgnoreCase)]
    private static partial Regex Name();
}
