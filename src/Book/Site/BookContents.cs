namespace Notebooks.Book.Site;

/// <summary>The whole book, ready to be written.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Cover">What stands on the cover above the chapter's map.</param>
/// <param name="Pages">The pages after the cover, in reading order.</param>
/// <param name="Build">What it was built from and with.</param>
/// <param name="HasPlotly">Whether plotly.js is there for the figures.</param>
/// <param name="HasMachine">Whether the program is there that its pages run.</param>
/// <param name="Settings">What it says about itself.</param>
/// <param name="Changes">Its latest changes, the newest first.</param>
internal sealed record BookContents(
    string Title,
    BookPage Cover,
    IReadOnlyList<BookPage> Pages,
    BuildInfo Build,
    bool HasPlotly,
    bool HasMachine,
    BookSettings Settings,
    IReadOnlyList<Change> Changes)
{
    /// <summary>All pages in reading order, the cover first.</summary>
    public IReadOnlyList<BookPage> All { get; } = [Cover, .. Pages];
}
