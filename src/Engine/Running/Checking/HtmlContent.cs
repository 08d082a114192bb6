using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Notebooks.Running.Checking;

/// <summary>Content of HTML without its form: the data of its charts, and the text that a reader sees beside them.</summary>
/// <param name="Data">The content of each <c>script</c> element of type <c>application/json</c>.</param>
/// <param name="Text">The visible text; of a chart only its data counts, not the labels that its picture has.</param>
internal sealed partial record HtmlContent(IReadOnlyList<JsonNode?> Data, string Text)
{
    /// <summary>Reads HTML.</summary>
    public static HtmlContent Of(string html)
    {
        var data = DataScript().Matches(html).Select(match => match.Groups[1].Value).ToList();
        var parsed = data.Select(Parse).ToList();
        var rest = Unseen().Replace(html, " ");
        if (data.Count > 0)
            rest = Picture().Replace(rest, " ");
        rest = LineEnd().Replace(rest, "\n");
        var lines = WebUtility.HtmlDecode(Tag().Replace(rest, " ")).Split('\n').Where(line => !string.IsNullOrWhiteSpace(line));
        return new HtmlContent(parsed, string.Join('\n', lines));
    }

    private static JsonNode? Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return json; // Not the JSON it claims to be: compared as text.
        }
    }

    [GeneratedRegex(
        """<script\b[^>]*\btype\s*=\s*["']?application/json\b[^>]*>(.*?)</script\s*>""", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex DataScript();

    [GeneratedRegex(@"<!--.*?-->|<(script|style|noscript|template)\b.*?</\1\s*>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Unseen();

    [GeneratedRegex(@"<svg\b.*?</svg\s*>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Picture();

    [GeneratedRegex(@"</(?:tr|p|div|li|h[1-6]|summary|pre|table|text)\s*>|<br\b[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex LineEnd();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
