namespace Notebooks.Documents;

/// <summary>Replaces a file whole or not at all.</summary>
public static class AtomicFile
{
    /// <summary>
    /// Writes the content beside the file, flushes it to the disk and renames it into place, so that a crash or a full
    /// disk leaves the file as it was. A file that already has this content is not touched.
    /// </summary>
    /// <param name="path">The file; a symbolic link is followed, the permissions of an existing file are kept.</param>
    /// <param name="content">All its bytes.</param>
    /// <exception cref="DocumentException">The file cannot be written.</exception>
    public static void Write(string path, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        try
        {
            var link = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true) : null;
            var target = link?.FullName ?? Path.GetFullPath(path);
            if (!HasContent(target, content))
                Replace(target, content);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            var reason = error.Message.Split(" : '")[0]; // Without the name of the temporary file.
            throw new DocumentException($"{path}: cannot be written: {reason}", error);
        }
    }

    private static bool HasContent(string path, byte[] content) =>
        File.Exists(path) && new FileInfo(path).Length == content.Length && File.ReadAllBytes(path).AsSpan().SequenceEqual(content);

    private static void Replace(string target, byte[] content)
    {
        var folder = Path.GetDirectoryName(target)!;
        var temporary = Path.Combine(folder, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}.tmp");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows() && File.Exists(target))
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
