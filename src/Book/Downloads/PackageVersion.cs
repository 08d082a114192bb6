using System.IO.Compression;
using System.Xml.Linq;

namespace Notebooks.Book.Downloads;

/// <summary>A package under another version; all else in it stays.</summary>
internal static class PackageVersion
{
    /// <summary>The package, in which it and those of its neighbours that it needs have another version.</summary>
    /// <param name="package">The package.</param>
    /// <param name="from">The version that it and its neighbours have.</param>
    /// <param name="to">Theirs from now on; exactly that one is asked for.</param>
    public static byte[] Change(byte[] package, string from, string to)
    {
        using var changed = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read))
        using (var target = new ZipArchive(changed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries)
            {
                var copy = target.CreateEntry(entry.FullName);
                copy.LastWriteTime = entry.LastWriteTime;
                using var read = entry.Open();
                using var write = copy.Open();
                if (Path.GetExtension(entry.FullName) is ".nuspec" or ".psmdcp")
                    Change(XDocument.Load(read, LoadOptions.PreserveWhitespace), from, to).Save(write, SaveOptions.DisableFormatting);
                else
                    read.CopyTo(write);
            }
        }

        return changed.ToArray();
    }

    private static XDocument Change(XDocument about, string from, string to)
    {
        foreach (var version in about.Descendants().Where(part => part.Name.LocalName == "version" && part.Value == from))
            version.Value = to;
        // Only neighbours are asked for without brackets: other packages' versions are exact.
        var asked = about.Descendants().Where(static part => part.Name.LocalName == "dependency").Attributes("version");
        foreach (var version in asked.Where(version => version.Value == from))
            version.Value = $"[{to}]";
        return about;
    }
}
