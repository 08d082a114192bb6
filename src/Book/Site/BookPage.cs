using Notebooks.Book.Downloads;
using Notebooks.Book.Writing;

namespace Notebooks.Book.Site;

/// <summary>A page in its place in the book.</summary>
/// <param name="Href">Its file name, such as <c>03-gradient-descent.html</c>.</param>
/// <param name="Number">Its number in the chapter, or nothing for the pages around it.</param>
/// <param name="Content">What its source file contributes.</param>
/// <param name="Download">The executed notebook to take home, or null.</param>
/// <param name="Preview">The picture that other sites show of it, or null.</param>
internal sealed record BookPage(string Href, string Number, PageContent Content, Download? Download, PreviewPicture? Preview);
