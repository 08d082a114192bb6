namespace Notebooks.Packages;

/// <summary>A folder of one's own that is gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    /// <summary>Its path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("notebooks-restore-").FullName;

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A process that was just ended may hold a file for a moment; the system clears its temporary files.
        }
    }
}
