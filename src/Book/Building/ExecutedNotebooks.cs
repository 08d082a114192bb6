using System.Text.Json.Nodes;
using Notebooks.Book.Downloads;
using Notebooks.Book.Sources;
using Notebooks.Documents;

namespace Notebooks.Book.Building;

/// <summary>
/// Keeps the executed notebooks up to date, in full beside the book and as a <see cref="Download"/> in its folder. A notebook is
/// executed when its code has changed, or what the code loads and reads; when only its prose has changed, it takes over the
/// outputs of its last execution.
/// </summary>
/// <param name="root">The root of the repository.</param>
/// <param name="output">The folder of the book.</param>
/// <param name="cache">What earlier builds left.</param>
/// <param name="references">The files that the cells load.</param>
internal sealed class ExecutedNotebooks(string root, string output, BookCache cache, IReadOnlyList<string> references)
{
    private readonly string surroundings = Surroundings(root, references);
    private readonly Dictionary<string, byte[]> contents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Download> downloads = new(StringComparer.Ordinal);

    /// <summary>The fingerprint of all that a source's execution depends on.</summary>
    public string KeyOf(BookSource source) => source.Notebook is not { } notebook ? "" : Fingerprint.Of(
        notebook.Cells.Where(static cell => cell.IsCode).SelectMany(static cell => new[] { cell.Source, cell.Metadata.ToJsonString() })
            .Append(surroundings));

    /// <summary>Executes what has to be, and writes each notebook as soon as it is finished.</summary>
    /// <param name="sources">The sources of the book.</param>
    /// <param name="execute">Executes the notebooks that it is given and hands each out with its outputs.</param>
    public async Task UpdateAsync(
        IReadOnlyList<BookSource> sources, Func<IReadOnlyList<NotebookDocument>, IAsyncEnumerable<NotebookDocument>> execute)
    {
        var changed = new Dictionary<string, NotebookDocument>(StringComparer.Ordinal);
        foreach (var source in sources.Where(static source => source.Notebook is not null))
        {
            var committed = source.Notebook!;
            var entry = cache.Find(source);
            var kept = cache.Notebook(committed);
            if (entry is null || entry.ExecutionKey != KeyOf(source) || kept is null || entry.ContentKey != Fingerprint.Of(kept))
                changed.Add(committed.FileName, committed);
            else if (entry.SourceKey != source.Key)
                Keep(committed, NotebookDocument.Parse(kept, committed.Name));
            else
                contents[committed.FileName] = kept;
        }

        Directory.CreateDirectory(output);
        await foreach (var executed in execute([.. changed.Values.Select(static notebook => notebook.Clone())]))
            Keep(changed[executed.FileName], executed);
        WriteDownloads([.. sources.Select(static source => source.Notebook).OfType<NotebookDocument>()]);
    }

    /// <summary>What there is to take home of a notebook.</summary>
    public Download DownloadOf(NotebookDocument notebook) => downloads[notebook.FileName];

    /// <summary>The executed notebook.</summary>
    public byte[] ContentOf(NotebookDocument notebook) => contents[notebook.FileName];

    private void WriteDownloads(IReadOnlyList<NotebookDocument> notebooks)
    {
        var archive = new DownloadArchive(root);
        var inArchive = new List<string>();
        foreach (var notebook in notebooks.Where(notebook => contents.ContainsKey(notebook.FileName)))
        {
            var still = NotebookDocument.Parse(contents[notebook.FileName], notebook.Name).WithStillFigures();
            still.Save(Path.Combine(output, notebook.FileName));
            downloads[notebook.FileName] = new(notebook.FileName, null);
            if (archive.TryAdd(still))
                inArchive.Add(notebook.FileName);
        }

        if (inArchive.Count == 0)
            return;
        var bytes = archive.ToBytes();
        AtomicFile.Write(Path.Combine(output, DownloadArchive.FileName), bytes);
        foreach (var name in inArchive)
            downloads[name] = new(name, bytes.Length);
    }

    /// <summary>
    /// Keeps the notebook with the outputs of its execution; those that are timings stay as they are committed, or no two
    /// builds of a commit would be the same.
    /// </summary>
    private void Keep(NotebookDocument committed, NotebookDocument executed)
    {
        var notebook = committed.Clone();
        foreach (var (cell, result) in notebook.Cells.Where(static cell => cell.IsCode)
            .Zip(executed.Cells.Where(static cell => cell.IsCode)))
        {
            var succeeded = !result.Outputs.Any(static output => output?["output_type"]?.GetValue<string>() == "error");
            if (IsTiming(cell) && cell.Outputs.Count > 0 && succeeded)
                continue;
            cell.ExecutionCount = result.ExecutionCount;
            cell.Json["outputs"] = result.Outputs.DeepClone();
        }

        cache.Keep(committed, contents[committed.FileName] = notebook.ToBytes());
    }

    private static bool IsTiming(NotebookCell cell) =>
        cell.Metadata["check"] is JsonObject check && check["timing"] is JsonValue value && value.TryGetValue(out bool timing) && timing;

    private static string Surroundings(string root, IReadOnlyList<string> references)
    {
        var data = Path.Combine(root, "data");
        string[] files = Directory.Exists(data) ? Directory.GetFiles(data, "*", SearchOption.AllDirectories) : [];
        Array.Sort(files, StringComparer.Ordinal);
        return Fingerprint.Of(
            [Fingerprint.OfEngine, Environment.Version.ToString(), .. references.Concat(files).Select(Fingerprint.OfFile)]);
    }
}
