namespace Notebooks.Book.Downloads;

/// <summary>What a reader takes home of a page.</summary>
/// <param name="Notebook">The file name of the executed notebook.</param>
/// <param name="ArchiveSize">
/// The size in bytes of the <see cref="DownloadArchive"/> that holds the notebook; null where the notebook alone is all there is.
/// </param>
internal sealed record Download(string Notebook, long? ArchiveSize)
{
    /// <summary>The file to take home.</summary>
    public string File => ArchiveSize is null ? Notebook : DownloadArchive.FileName;

    /// <summary>The files that were written.</summary>
    public IEnumerable<string> Files => new[] { Notebook, File }.Distinct();
}
