namespace Notebooks.Book.Site;

/// <summary>The whole book, ready to be written.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Cover">What stands on the cover above the chapter's map.</param>
/// <param name="Pages">The pages after the cover, in reading order.</param>
/// <param name="Build">What it was built from and with.</param>
/// <param name="HasPlotly">Whether plotly.js is there for the figures.</param>
/// <param name="Programs">The programs that are there for its pages: their names, and how many bytes they have.</param>
/// <param name="Settings">What it says about itself.</param>
/// <param name="Changes">Its latest changes, the newest first.</param>
internal sealed record BookContents(
    string Title,
    BookPage Cover,
    IReadOnlyList<BookPage> Pages,
    BuildInfo Build,
    bool HasPlotly,
    IReadOnlyDictionary<string, int> Programs,
    BookSettings Settings,
    IReadOnlyList<Change> Changes)
{
    /// <summary>Whether the playground's program is there.</summary>
    public bool HasMachine => Programs.ContainsKey(PageProgram.Machine);

    /// <summary>Whether the program is there that runs cells.</summary>
    public bool HasCells => Programs.ContainsKey(PageProgram.Cells);

    /// <summary>All pages in reading order, the cover first.</summary>
    public IReadOnlyList<BookPage> All { get; } = [Cover, .. Pages];
}
