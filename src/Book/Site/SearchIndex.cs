using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Notebooks.Book.Site;

/// <summary>Index of the search: a script, since a page from the disk may load no data file.</summary>
internal static partial class SearchIndex
{
    private static readonly SearchJson Readable = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The script: for each section its address, the page's title, its own title and its text.</summary>
    public static string Script(BookContents book)
    {
        var entries = book.Pages.SelectMany(static page => page.Content.Search.Select(section => new[]
        {
            section.Id.Length == 0 ? page.Href : $"{page.Href}#{section.Id}",
            PlainText.Of(page.Content.Title),
            section.Title,
            section.Text,
        }));
        return $"window.bookSearch={JsonSerializer.Serialize(entries, Readable.IEnumerableStringArray)};\n";
    }

    [JsonSerializable(typeof(IEnumerable<string[]>))]
    private sealed partial class SearchJson : JsonSerializerContext;
}
