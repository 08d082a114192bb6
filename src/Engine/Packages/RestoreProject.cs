using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace Notebooks.Packages;

/// <summary>The project that is restored on behalf of a session: nothing but its packages.</summary>
internal sealed class RestoreProject
{
    private readonly XElement project;

    /// <summary>Describes it.</summary>
    /// <param name="folder">The notebook's folder, whose <c>NuGet.Config</c> counts and from which relative sources start.</param>
    /// <param name="order">The new packages, those that are loaded, and sources besides the configured ones.</param>
    public RestoreProject(string folder, PackageOrder order)
    {
        IsExact = order.Packages.All(package => package.IsExact);
        // A loaded package without files of its own holds no other package to its version.
        var references = order.Packages.Select(package => Reference(package.Name, package.Version ?? "*"))
            .Concat(order.Loaded.Where(package => package.HasFiles).Select(package => Reference(package.Name, $"[{package.Version}]")));
        project = new XElement("Project", new XAttribute("Sdk", "Microsoft.NET.Sdk"),
            new XElement("PropertyGroup",
                new XElement("TargetFramework", $"net{Environment.Version.Major}.{Environment.Version.Minor}"),
                new XElement("RuntimeIdentifier", RuntimeInformation.RuntimeIdentifier),
                new XElement("SelfContained", "false"),
                new XElement("UseAppHost", "false"),
                new XElement("RestoreRootConfigDirectory", folder),
                new XElement(
                    "RestoreAdditionalProjectSources", string.Join(';', order.Sources.Select(source => Absolute(source, folder))))),
            new XElement("ItemGroup", references));
    }

    /// <summary>True if every version is given, so that the same files answer tomorrow.</summary>
    public bool IsExact { get; }

    /// <summary>A name for what it asks for.</summary>
    public string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(project.ToString())))[..32];

    /// <summary>Writes it, shielded from whatever build files lie further up.</summary>
    public void Write(string place)
    {
        File.WriteAllText(Path.Combine(place, "packages.csproj"), project.ToString());
        foreach (var shield in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
            File.WriteAllText(Path.Combine(place, shield), "<Project />");
    }

    private static XElement Reference(string name, string version) =>
        new("PackageReference", new XAttribute("Include", name), new XAttribute("Version", version));

    private static string Absolute(string source, string folder) =>
        source.Contains("://", StringComparison.Ordinal) ? source : Path.GetFullPath(source, folder);
}
