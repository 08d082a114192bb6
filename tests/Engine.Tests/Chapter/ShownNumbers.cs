using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Notebooks.Documents;
using Notebooks.Running.Checking;

namespace Engine.Tests.Chapter;

/// <summary>The numbers that a reader finds in the cells of a notebook: in what they print, in the texts of figures, in code.</summary>
internal sealed partial class ShownNumbers(string printed, string code)
{
    private readonly List<(decimal Value, int Decimals)> inPrint = Read(printed);
    private readonly HashSet<decimal> inCode = [.. Read(code.Replace("_", string.Empty, StringComparison.Ordinal)).Select(number => number.Value)];

    /// <summary>The numbers of executed cells.</summary>
    public ShownNumbers(IReadOnlyList<NotebookCell> cells)
        : this(
            string.Join('\n', cells.SelectMany(cell => cell.Outputs).SelectMany(output => Texts(output!))),
            string.Join('\n', cells.Select(cell => cell.Source)))
    {
    }

    /// <summary>True if a number is there, with as many digits or more; in code exactly.</summary>
    public bool Has(Numeral claim) =>
        HasValue(claim.Value, claim.Decimals) || (claim.IsPercent && HasValue(claim.Value / 100, claim.Decimals + 2));

    private bool HasValue(decimal value, int decimals) =>
        inCode.Contains(Math.Abs(value)) || inPrint.Any(shown => shown.Decimals >= decimals && IsRounded(value, decimals, shown.Value));

    // A claim without a sign may speak of the size alone.
    private static bool IsRounded(decimal claim, int decimals, decimal shown) =>
        Math.Abs(claim - (claim < 0 ? shown : Math.Abs(shown))) <= 0.5m * Unit(decimals);

    private static decimal Unit(int decimals) => new(1, 0, 0, false, (byte)decimals);

    private static List<(decimal Value, int Decimals)> Read(string text) =>
        [.. Number().Matches(text.Replace('−', '-'))
            .Select(match => match.Value.Replace(",", string.Empty, StringComparison.Ordinal))
            .Where(number => double.Parse(number, CultureInfo.InvariantCulture) is > -1e20 and < 1e20)
            .Select(number => decimal.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture))
            .Select(value => (value, (int)value.Scale))];

    private static IEnumerable<string> Texts(JsonNode output)
    {
        if (output["text"] is JsonValue stream)
            yield return stream.GetValue<string>();
        if (output["data"]?["text/plain"] is JsonValue plain)
            yield return plain.GetValue<string>();
        if (output["data"]?["text/html"] is not JsonValue value)
            yield break;
        var html = value.GetValue<string>();
        foreach (Match text in PictureText().Matches(Ticks().Replace(html, string.Empty)))
            yield return Tag().Replace(text.Value, " ");
        var content = HtmlContent.Of(html);
        yield return content.Text;
        foreach (var text in content.Data.SelectMany(Strings).Where(text => text.Contains(' ', StringComparison.Ordinal)))
            yield return text;
    }

    // Titles of all pictures of a replay or a slider, names in legends.
    private static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Strings(member.Value)),
        JsonArray items => items.SelectMany(Strings),
        JsonValue value when value.TryGetValue(out string? text) => [text],
        _ => [],
    };

    // A number after a letter is part of a name, but for that of a format, as in 0.1f.
    [GeneratedRegex(@"(?<![\w.])(?:(?<![)\]])-)?(?:\d+(?:,\d{3})*(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?(?=[fFmMdDLx]?(?!\w))")]
    private static partial Regex Number();

    [GeneratedRegex("<g class=\"n\".*?</g></g>", RegexOptions.Singleline)]
    private static partial Regex Ticks();

    [GeneratedRegex("<text.*?</text>", RegexOptions.Singleline)]
    private static partial Regex PictureText();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
