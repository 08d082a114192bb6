namespace Notebooks.Book.Writing;

/// <summary>A link from one page of the book to another, or to itself.</summary>
/// <param name="Where">File and cell in which it stands, for messages.</param>
/// <param name="Page">The file it leads to.</param>
/// <param name="Fragment">The anchor there; empty for the page itself.</param>
internal sealed record PageLink(string Where, string Page, string Fragment);
