using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Notebooks.Book.Site;

/// <summary>Index of the search, and what finds in it: a script, since a page from the disk may load no data file.</summary>
internal static partial class SearchIndex
{
    private static readonly SearchJson Readable = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The script: for each section its address, the page's title, its own title, its text and the names in its code.</summary>
    /// <param name="pages">The pages that it searches.</param>
    public static string Script(IEnumerable<BookPage> pages)
    {
        var entries = pages.SelectMany(static page => page.Content.Search.Select(section => new[]
        {
            section.Id.Length == 0 ? page.Href : $"{page.Href}#{section.Id}",
            PlainText.Of(page.Content.Title),
            section.Title,
            section.Text,
            section.Code,
        }));
        return $"window.bookSearch={JsonSerializer.Serialize(entries, Readable.IEnumerableStringArray)};\n"
            + Encoding.UTF8.GetString(Asset.Read("finder.js"));
    }

    [JsonSerializable(typeof(IEnumerable<string[]>))]
    private sealed partial class SearchJson : JsonSerializerContext;
}
