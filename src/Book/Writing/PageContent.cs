namespace Notebooks.Book.Writing;

/// <summary>Contribution of one source file, a notebook or a Markdown file, to the book; it depends on that file alone.</summary>
/// <param name="Title">The text of its first heading.</param>
/// <param name="Summary">Its first paragraph, as HTML.</param>
/// <param name="Html">Its body.</param>
/// <param name="Figures">Its figures, in order.</param>
/// <param name="Styles">The style sheets that its figures brought along.</param>
/// <param name="Headings">Its headings, in order.</param>
/// <param name="Search">Its sections, for the search.</param>
/// <param name="Links">Its links to pages of the book.</param>
/// <param name="Files">Files of the repository that it links to or shows, relative to the root; they are copied into the book.</param>
/// <param name="FigureScript">The script that brings its figures alive; empty when it has none.</param>
/// <param name="FailedCell">The number of the cell that failed, or 0.</param>
internal sealed record PageContent(
    string Title,
    string Summary,
    string Html,
    IReadOnlyList<PageFigure> Figures,
    IReadOnlyList<string> Styles,
    IReadOnlyList<Heading> Headings,
    IReadOnlyList<SearchEntry> Search,
    IReadOnlyList<PageLink> Links,
    IReadOnlyList<string> Files,
    string FigureScript,
    int FailedCell);
