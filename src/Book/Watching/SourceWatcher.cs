using System.Threading.Channels;

namespace Notebooks.Book.Watching;

/// <summary>Notices when a source of the book is saved.</summary>
public sealed class SourceWatcher : IDisposable
{
    // Editors write a file in several steps, and a build writes several libraries.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);

    private readonly List<FileSystemWatcher> watchers = [];
    private readonly Channel<bool> changes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Watches folders.</summary>
    /// <param name="folders">Each folder and which of its files matter; what does not exist is left out.</param>
    public SourceWatcher(IEnumerable<(string Folder, string Pattern)> folders)
    {
        foreach (var (folder, pattern) in folders.Where(static entry => Directory.Exists(entry.Folder)))
        {
            var watcher = new FileSystemWatcher(folder, pattern) { NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.FileName };
            watcher.Changed += Notice;
            watcher.Created += Notice;
            watcher.Deleted += Notice;
            watcher.Renamed += Notice;
            watcher.EnableRaisingEvents = true;
            watchers.Add(watcher);
        }
    }

    /// <summary>Waits until something has been saved and the saving has come to rest.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        await changes.Reader.ReadAsync(cancellationToken);
        do
        {
            await Task.Delay(Quiet, cancellationToken);
        }
        while (changes.Reader.TryRead(out _));
    }

    /// <inheritdoc/>
    public void Dispose() => watchers.ForEach(static watcher => watcher.Dispose());

    private void Notice(object sender, FileSystemEventArgs change) => changes.Writer.TryWrite(true);
}
