using System.Globalization;
using System.Xml.Linq;

namespace Notebooks.Book.Site;

/// <summary>The book's changes as an Atom feed.</summary>
internal static class ChangeFeed
{
    /// <summary>The feed's file.</summary>
    public const string FileName = "changes.xml";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <summary>The feed, or null where no changes are known.</summary>
    public static string? Of(BookContents book) =>
        book.Changes.Count == 0 ? null : $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{Feed(book)}\n".ReplaceLineEndings("\n");

    private static XElement Feed(BookContents book) => new(
        Atom + "feed",
        new XElement(Atom + "title", $"{book.Title}: what changed"),
        new XElement(Atom + "id", book.Settings.Address?.AbsoluteUri ?? "urn:sha1:" + book.Changes[^1].Hash),
        new XElement(Atom + "updated", Moment(book.Changes[0])),
        new XElement(Atom + "author", new XElement(Atom + "name", book.Settings.Authors ?? book.Title)),
        new XElement(Atom + "link", new XAttribute("href", book.Settings.AddressOf(book.Cover.Href))),
        new XElement(Atom + "link", new XAttribute("rel", "self"), new XAttribute("href", book.Settings.AddressOf(FileName))),
        book.Changes.Select(change => Entry(change, book.Settings)));

    private static XElement Entry(Change change, BookSettings settings) => new(
        Atom + "entry",
        new XElement(Atom + "title", change.Subject),
        new XElement(Atom + "id", "urn:sha1:" + change.Hash),
        new XElement(Atom + "updated", Moment(change)),
        settings.Repository is { } repository
            ? new XElement(Atom + "link", new XAttribute("href", $"{repository.AbsoluteUri.TrimEnd('/')}/commit/{change.Hash}"))
            : null,
        new XElement(Atom + "summary", change.Subject));

    private static string Moment(Change change) =>
        change.Date.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
