namespace Notebooks.Book.Writing;

/// <summary>A figure of a page.</summary>
/// <param name="Id">Its anchor, such as <c>figure-6-3</c>.</param>
/// <param name="Number">Its number, such as <c>6.3</c>: the page's, and its place on the page.</param>
/// <param name="Cell">The anchor that the id of its cell makes; empty where it has none.</param>
/// <param name="Section">The anchor of the section in which it stands; empty before the first.</param>
/// <param name="Title">What it says it shows; may be empty.</param>
/// <param name="Picture">A small picture of it; empty where it is too large for one.</param>
internal sealed record PageFigure(string Id, string Number, string Cell, string Section, string Title, string Picture);
