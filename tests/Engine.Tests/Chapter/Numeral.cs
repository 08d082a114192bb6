using System.Globalization;
using System.Text.RegularExpressions;

namespace Engine.Tests.Chapter;

/// <summary>A number that stands in prose.</summary>
/// <param name="Text">As it is written, the sign and a percent sign included.</param>
/// <param name="Value">Its value; of 27 %, 27.</param>
/// <param name="Decimals">How many digits it has behind the point.</param>
internal sealed partial record Numeral(string Text, decimal Value, int Decimals)
{
    /// <summary>True for a share, which may be printed as a fraction as well.</summary>
    public bool IsPercent => Text[^1] == '%';

    /// <summary>
    /// The numerals of a text. Those that name something are left out: notebooks, exercises, sections, figures, years, ordinals, powers
    /// and indices, and whatever stands in code or in an address.
    /// </summary>
    public static IEnumerable<Numeral> In(string prose) =>
        Number().Matches(Names().Replace(Unread().Replace(prose, " "), " "))
            .Where(match => !Year().IsMatch(match.Value))
            .Select(match => Of(match.Value, match.Groups["number"].Value));

    private static Numeral Of(string text, string number)
    {
        var point = number.IndexOf('.', StringComparison.Ordinal);
        return new Numeral(text, Parse(number), point < 0 ? 0 : number.Length - point - 1);
    }

    private static decimal Parse(string number) =>
        decimal.Parse(number.Replace('−', '-').Replace(",", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture);

    // Code, the address of a link, an address by itself, and parts of a formula that are no value by themselves.
    [GeneratedRegex(@"`[^`]*`|(?<=\])\([^)]*\)|<?https://\S+|[0-9.]*[_^](?:\{[^}]*\}|.)|\\[a-z]*frac\{[^}]*\}\{[^}]*\}")]
    private static partial Regex Unread();

    [GeneratedRegex(@"\b(?:notebook|exercise|section|figure|question|chapter)s? \d+(?:(?:, | and | to | or |–)\d+)*\b", RegexOptions.IgnoreCase)]
    private static partial Regex Names();

    [GeneratedRegex(@"^(?:19|20)\d\d$")]
    private static partial Regex Year();

    // A hyphen is a sign only where a word could begin; letters or raised digits beside it make it a name.
    [GeneratedRegex(@"(?<![\w.])(?<number>(?:(?<![\w)\]])[-−])?\d+(?:,\d{3})*(?:\.\d+)?)(?![A-Za-z\d_⁰¹²³⁴-⁹⁻]|,\d|\.\d)(?:\s?%)?")]
    private static partial Regex Number();
}
