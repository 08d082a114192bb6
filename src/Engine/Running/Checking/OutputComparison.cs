using System.Text.Json;
using System.Text.Json.Nodes;
using Notebooks.Documents;

namespace Notebooks.Running.Checking;

/// <summary>Compares the outputs of one cell: its text stream by stream, then what it showed, in order.</summary>
internal static class OutputComparison
{
    private static readonly string[] Streams = ["stdout", "stderr"];

    /// <summary>The places where the outputs differ.</summary>
    public static IEnumerable<Difference> Compare(JsonArray expected, JsonArray found, Tolerance tolerance) =>
        Streams
            .SelectMany(stream => TextComparison.Compare(Text(expected, stream), Text(found, stream), tolerance))
            .Concat(CompareShown(Shown(expected), Shown(found), tolerance));

    private static string Text(JsonArray outputs, string stream) => string.Concat(
        outputs.OfType<JsonObject>().Where(IsText).Where(output => Name(output["name"]) == stream).Select(output => Name(output["text"])));

    private static List<JsonObject> Shown(JsonArray outputs) => [.. outputs.OfType<JsonObject>().Where(output => !IsText(output))];

    private static bool IsText(JsonObject output) => Name(output["output_type"]) == "stream";

    private static IEnumerable<Difference> CompareShown(List<JsonObject> expected, List<JsonObject> found, Tolerance tolerance)
    {
        for (var i = 0; i < Math.Max(expected.Count, found.Count); i++)
        {
            if (i >= expected.Count)
                yield return new Difference(Difference.Nothing, Describe(found[i]));
            else if (i >= found.Count)
                yield return new Difference(Describe(expected[i]), Difference.Nothing);
            else
            {
                foreach (var difference in CompareOutput(expected[i], found[i], tolerance))
                    yield return difference;
            }
        }
    }

    private static IEnumerable<Difference> CompareOutput(JsonObject expected, JsonObject found, Tolerance tolerance)
    {
        if (IsError(expected) || IsError(found))
            return TextComparison.Compare(Describe(expected), Describe(found), tolerance);
        var (one, other) = (Data(expected), Data(found));
        var types = one.Select(pair => pair.Key).Union(other.Select(pair => pair.Key)).Order(StringComparer.Ordinal);
        return types.SelectMany(type => (one[type], other[type]) switch
        {
            (null, _) => [new Difference(Difference.Nothing, $"an output of type {type}")],
            (_, null) => [new Difference($"an output of type {type}", Difference.Nothing)],
            var (committed, current) => CompareContent(type, committed, current, tolerance),
        });
    }

    private static IEnumerable<Difference> CompareContent(string type, JsonNode expected, JsonNode found, Tolerance tolerance)
    {
        if (MultilineText.IsJson(type))
            return JsonComparison.Compare(expected, found, tolerance, type);
        if (type == "text/html")
            return CompareHtml(HtmlContent.Of(Name(expected)), HtmlContent.Of(Name(found)), tolerance);
        return type.StartsWith("image/", StringComparison.Ordinal) ? [] : TextComparison.Compare(Name(expected), Name(found), tolerance);
    }

    private static IEnumerable<Difference> CompareHtml(HtmlContent expected, HtmlContent found, Tolerance tolerance)
    {
        var charts = expected.Data.Count == found.Data.Count
            ? expected.Data.Zip(found.Data)
                .SelectMany(pair => JsonComparison.Compare(ChartData.Of(pair.First), ChartData.Of(pair.Second), tolerance, "chart"))
            : [new Difference($"{expected.Data.Count} charts", $"{found.Data.Count} charts")];
        return charts.Concat(TextComparison.Compare(expected.Text, found.Text, tolerance));
    }

    private static bool IsError(JsonObject output) => Name(output["output_type"]) == "error";

    private static JsonObject Data(JsonObject output) => output["data"] as JsonObject ?? [];

    private static string Describe(JsonObject output)
    {
        if (IsError(output))
            return $"{Name(output["ename"])}: {Name(output["evalue"])}";
        var plain = Name(Data(output)["text/plain"]).Split('\n')[0].Trim();
        return plain.Length > 0 ? plain : $"an output of type {string.Join(", ", Data(output).Select(pair => pair.Key))}";
    }

    private static string Name(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : string.Empty;
}
