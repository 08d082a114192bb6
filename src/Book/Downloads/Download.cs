namespace Notebooks.Book.Downloads;

/// <summary>What a reader takes home of a page.</summary>
/// <param name="Notebook">The file name of the executed notebook.</param>
/// <param name="Archive">The file name of the <see cref="DownloadArchive"/>; null where the notebook alone is all there is.</param>
/// <param name="Bytes">The size of the archive.</param>
internal sealed record Download(string Notebook, string? Archive, long Bytes)
{
    /// <summary>The files.</summary>
    public IEnumerable<string> Files => new[] { Notebook, Archive }.OfType<string>();
}
