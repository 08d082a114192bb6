using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notebooks.Running.Checking;

/// <summary>Compares JSON, such as the data of a chart: the same structure, the same words, numbers within the tolerance.</summary>
internal static class JsonComparison
{
    /// <summary>The places that differ, in the order of the committed value.</summary>
    public static IEnumerable<Difference> Compare(JsonNode? expected, JsonNode? found, Tolerance tolerance, string path) =>
        (expected, found) switch
        {
            (JsonObject one, JsonObject other) => one.Select(pair => pair.Key).Union(other.Select(pair => pair.Key))
                .SelectMany(key => CompareMember(one, other, key, tolerance, path)),
            (JsonArray one, JsonArray other) when one.Count == other.Count =>
                one.Zip(other).SelectMany((pair, i) => Compare(pair.First, pair.Second, tolerance, $"{path}[{i}]")),
            (JsonArray one, JsonArray other) =>
                [Differ(path, string.Create(CultureInfo.InvariantCulture, $"{one.Count} values"),
                string.Create(CultureInfo.InvariantCulture, $"{other.Count} values"))],
            _ when IsSameLeaf(expected, found, tolerance) => [],
            _ => [Differ(path, Brief(expected), Brief(found))],
        };

    private static IEnumerable<Difference> CompareMember(
        JsonObject expected, JsonObject found, string key, Tolerance tolerance, string path)
    {
        var place = $"{path}.{key}";
        return (expected.TryGetPropertyValue(key, out var one), found.TryGetPropertyValue(key, out var other)) switch
        {
            (true, true) => Compare(one, other, tolerance, place),
            (true, false) => [Differ(place, Brief(one), Difference.Nothing)],
            _ => [Differ(place, Difference.Nothing, Brief(other))],
        };
    }

    private static bool IsSameLeaf(JsonNode? expected, JsonNode? found, Tolerance tolerance)
    {
        if (expected is not JsonValue one || found is not JsonValue other)
            return expected is null && found is null;
        return (one.GetValueKind(), other.GetValueKind()) switch
        {
            (JsonValueKind.Number, JsonValueKind.Number) => tolerance.Accepts(one.ToJsonString(), other.ToJsonString()),
            (JsonValueKind.String, JsonValueKind.String) =>
                !TextComparison.Compare(one.GetValue<string>(), other.GetValue<string>(), tolerance).Any(),
            var (oneKind, otherKind) => oneKind == otherKind,
        };
    }

    private static Difference Differ(string path, string expected, string found) => new($"{path}: {expected}", $"{path}: {found}");

    private static string Brief(JsonNode? node)
    {
        var text = node?.ToJsonString() ?? "null";
        return text.Length <= 60 ? text : text[..57] + "...";
    }
}
