namespace Notebooks.Book.Writing;

/// <summary>A heading of a page, for its table of contents.</summary>
/// <param name="Level">1 for the page's title, 2 for a section, and so on.</param>
/// <param name="Id">Its anchor.</param>
/// <param name="Html">Its text, formulas included.</param>
internal sealed record Heading(int Level, string Id, string Html);
