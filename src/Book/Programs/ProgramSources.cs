using System.Xml.Linq;
using Notebooks.Book.Sources;

namespace Notebooks.Book.Programs;

/// <summary>The files that a program is built from: its project's, those of the projects it refers to, and those they share.</summary>
internal static class ProgramSources
{
    private static readonly string[] Shared = ["Directory.Build.props", "Directory.Packages.props", "global.json", "NuGet.Config"];

    /// <summary>The fingerprint of all of them, and of .NET itself.</summary>
    /// <param name="root">The root of the repository.</param>
    /// <param name="project">The project's file.</param>
    public static string Key(string root, string project)
    {
        var files = Shared.Select(name => Path.Combine(root, name)).Concat(Of(project)).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        var content = files.SelectMany(file => new[] { Path.GetRelativePath(root, file), Fingerprint.OfFile(file) });
        return Fingerprint.Of([Environment.Version.ToString(), .. content]);
    }

    private static IEnumerable<string> Of(string project)
    {
        var folder = Path.GetDirectoryName(project)!;
        var text = XElement.Load(project);
        return
        [
            .. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(file => !IsBuilt(Path.GetRelativePath(folder, file))),
            .. Included(text, folder, "Compile"),
            .. Included(text, folder, "EmbeddedResource"),
            .. Included(text, folder, "ProjectReference").SelectMany(Of),
        ];
    }

    private static IEnumerable<string> Included(XElement project, string folder, string item) =>
        project.Descendants(item).Attributes("Include").SelectMany(files => files.Value.Split(';')).SelectMany(file => Files(folder, file));

    /// <summary>A file, or those of a pattern: <c>../Figures/**/*.cs</c>.</summary>
    private static IEnumerable<string> Files(string folder, string included)
    {
        var path = Path.GetFullPath(Path.Combine(folder, included));
        if (!included.Contains('*', StringComparison.Ordinal))
            return [path];
        var above = path[..path.IndexOf('*', StringComparison.Ordinal)].TrimEnd('/', '\\');
        var depth = included.Contains("**", StringComparison.Ordinal) ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly;
        return Directory.GetFiles(above, Path.GetFileName(included), depth).Where(file => !IsBuilt(Path.GetRelativePath(above, file)));
    }

    private static bool IsBuilt(string path) => path.Split(Path.DirectorySeparatorChar)[0] is "bin" or "obj";
}
