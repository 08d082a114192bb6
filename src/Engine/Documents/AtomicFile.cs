namespace Notebooks.Documents;

/// <summary>Replaces a file whole or not at all.</summary>
public static class AtomicFile
{
    private const int Busy = 16; // EBUSY: what a mount point answers.

    /// <summary>
    /// Writes the content beside the file, flushes it to the disk and renames it into place, so that a crash or a full
    /// disk leaves the file as it was. A file that already has this content is not touched.
    /// </summary>
    /// <remarks>
    /// A file that has another name besides, or is a mount point, cannot be replaced: it is written over, once the content
    /// is whole on the disk beside it.
    /// </remarks>
    /// <param name="path">The file; symbolic links are followed, the permissions of an existing file are kept.</param>
    /// <param name="content">All its bytes.</param>
    /// <exception cref="DocumentException">The file cannot be written.</exception>
    public static void Write(string path, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        try
        {
            var target = FileLinks.Follow(path);
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
            Flush(temporary, content, FileMode.CreateNew);
            if (!OperatingSystem.IsWindows() && File.Exists(target))
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
            if (!HardLinks.Has(target) && TryMove(temporary, target))
                return;
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }

        WriteOver(target, content, temporary);
    }

    private static bool TryMove(string temporary, string target)
    {
        try
        {
            File.Move(temporary, target, overwrite: true);
            return true;
        }
        catch (IOException error) when (error.HResult == Busy && !OperatingSystem.IsWindows())
        {
            return false;
        }
    }

    private static void WriteOver(string target, byte[] content, string whole)
    {
        try
        {
            Flush(target, content, FileMode.Create);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{error.Message}; its new content lies in {whole}", error);
        }

        File.Delete(whole);
    }

    private static void Flush(string path, byte[] content, FileMode mode)
    {
        using var stream = new FileStream(path, mode, FileAccess.Write);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }
}
