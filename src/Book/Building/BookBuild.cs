using System.Text;
using Notebooks.Book.Code;
using Notebooks.Book.Pages;
using Notebooks.Book.Programs;
using Notebooks.Book.Site;
using Notebooks.Book.Sources;
using Notebooks.Book.Writing;
using Notebooks.Documents;

namespace Notebooks.Book.Building;

/// <summary>
/// Makes the book: executes what changed, renders what changed, writes what changed. If the programs that its pages run take longer,
/// it is written without them first, and nobody waits for them who wants to read.
/// </summary>
/// <param name="root">The root of the repository.</param>
/// <param name="output">The folder of the book.</param>
public sealed class BookBuild(string root, string output)
{
    private readonly string root = Path.GetFullPath(root);
    private readonly string output = Path.GetFullPath(output);
    private readonly BookCache cache = new(CacheOf(output));

    /// <summary>Makes the programs that the pages run; without it they run none.</summary>
    public ProgramMaking? Programs { get; init; }

    /// <summary>Told in one line what else takes time or is left out.</summary>
    public Action<string> Say { get; init; } = static _ => { };

    /// <summary>Builds the book.</summary>
    /// <param name="notebooks">The notebooks as they are committed, in reading order.</param>
    /// <param name="execute">Executes the notebooks that it is given and hands each out with its outputs.</param>
    /// <returns>Whether every cell of every notebook ran.</returns>
    /// <exception cref="BookException">A formula cannot be set or a link leads nowhere.</exception>
    /// <exception cref="DocumentException">A file cannot be read or written.</exception>
    public async Task<bool> RunAsync(
        IReadOnlyList<NotebookDocument> notebooks,
        Func<IReadOnlyList<NotebookDocument>, IAsyncEnumerable<NotebookDocument>> execute)
    {
        ArgumentNullException.ThrowIfNull(notebooks);
        ArgumentNullException.ThrowIfNull(execute);
        var settings = BookSettings.Read(root);
        var commit = Task.Run(() => Commit.Of(root));
        var changes = Task.Run(() => Change.Of(root));
        var sources = BookSource.All(root, notebooks);
        Proofreader.Check(root, sources);
        settings.Cells?.CheckNotebooks(notebooks);

        var references = notebooks.SelectMany(CellReferences.Of).Distinct(StringComparer.Ordinal).ToList();
        using var end = new CancellationTokenSource();
        var programs = (Programs ?? new(root)).MakeAsync(Programs is null ? [] : settings.Programs, Say, end.Token);
        try
        {
            var executions = new ExecutedNotebooks(root, output, cache, references);
            await executions.UpdateAsync(sources, execute);
            var assemblies = CellReferences.Assemblies(references);
            var pages = await RenderAsync(sources, executions, assemblies, settings.Cells);
            var plotly = PlotlySource.Find(assemblies);
            var build = BuildInfoReader.Read(await commit, references, plotly);
            if (!programs.IsCompleted)
            {
                Write(pages, build, plotly, new Dictionary<string, byte[]>(), settings, await changes);
                Say($"The book can be read: {Path.Combine(output, "index.html")}. What its pages run is still being compiled.");
            }

            Write(pages, build, plotly, await programs, settings, await changes);
            return pages.TrueForAll(static page => page.Content.FailedCell == 0);
        }
        finally
        {
            await end.CancelAsync();
            await ((Task)programs).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static string CacheOf(string output) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(output)) + ".cache";

    private void Write(
        List<BookPage> pages, BuildInfo build, PlotlySource? plotly, IReadOnlyDictionary<string, byte[]> programs,
        BookSettings settings, IReadOnlyList<Change> changes)
    {
        pages = FigureReferences.In(pages);
        var cover = CoverFigures.On(pages[0], pages[1..]);
        var hasMachine = programs.ContainsKey(PageProgram.Machine);
        List<BookPage> others =
            [.. pages[1..].Select(page => Playground.IsOn(page) ? Playground.On(page, pages, hasMachine) : page)];
        var title = PlainText.Of(cover.Content.Title);
        var sizes = programs.ToDictionary(static program => program.Key, static program => program.Value.Length);
        var book = new BookContents(title, cover, others, build, plotly is not null, sizes, settings, changes);
        cache.KeepFiles(new SiteWriter(root, output).Write(book, plotly, programs, cache.Files));
    }

    private async Task<List<BookPage>> RenderAsync(
        IReadOnlyList<BookSource> sources, ExecutedNotebooks executions, IReadOnlyList<string> assemblies, CellSettings? cells)
    {
        var targets = LinkTargets.Of(root, sources);
        var pages = new List<BookPage>();
        CodeHighlighter? highlighter = null;
        try
        {
            foreach (var source in sources)
            {
                var content = source.Notebook is null ? source.Content : executions.ContentOf(source.Notebook);
                var contentKey = Fingerprint.Of(content);
                var running = source.Notebook is null ? null : cells?.Of(source.Notebook);
                var pageKey = Fingerprint.Of(
                    [Fingerprint.OfEngine, contentKey, running?.Key ?? "", .. sources.Select(static source => source.Href)]);
                var earlier = cache.Find(source);
                var page = earlier is not null && earlier.PageKey == pageKey
                    ? earlier.Page
                    : await RenderAsync(
                        source,
                        content,
                        new PageWriter(source.Path, targets, source.Number),
                        highlighter ??= new CodeHighlighter(assemblies),
                        running);
                var executionKey = page.FailedCell == 0 ? executions.KeyOf(source) : "";
                cache.Keep(source, new(source.Key, executionKey, contentKey, pageKey, page));
                var download = source.Notebook is { } notebook ? executions.DownloadOf(notebook) : null;
                pages.Add(new(source.Href, source.Number, page, download, PreviewPicture.Of(root, source.Href)));
            }
        }
        finally
        {
            highlighter?.Dispose();
        }

        return pages;
    }

    private static async Task<PageContent> RenderAsync(
        BookSource source, byte[] content, PageWriter page, CodeHighlighter highlighter, RunningCells? running)
    {
        var rendered = source.Notebook is null
            ? await MarkdownPage.RenderAsync(Encoding.UTF8.GetString(content), page, highlighter)
            : await NotebookPage.RenderAsync(NotebookDocument.Parse(content, source.Notebook.Name), page, highlighter, running);
        return page.Problems.Count == 0 ? rendered : throw new BookException(string.Join('\n', page.Problems));
    }
}
