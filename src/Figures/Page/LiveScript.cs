using System.Text.RegularExpressions;

namespace NeuralNets.Charts;

/// <summary>The script that brings the figures of a page alive; the same text in every figure, so that a page can keep one copy.</summary>
internal static partial class LiveScript
{
    /// <summary>
    /// SHA-384 of plotly.js 2.28.0 (minified, 3,608,773 bytes), as Plotly.NET 6.0.0 embeds it and as npm has it in
    /// plotly.js-dist-min; a test computes it from the embedded copy.
    /// </summary>
    public const string PlotlyHash = "53bFwj3AXyrFzPyqXWI5rZuuEa3GbWeuLmgC04XqmiE7CairskQMPvcdXh+OLuir";

    /// <summary>The script with its element, known to pages by <c>data-figure-script</c>.</summary>
    public static string Element { get; } = $"<script data-figure-script>{Read()}</script>";

    private static string Read()
    {
        var script = EmbeddedText.Read("figure.js")
            .Replace("'{colours}'", JsonText.Of(Colours()), StringComparison.Ordinal)
            .Replace("'{tick}'", SvgWriter.Number(TextSize.Tick), StringComparison.Ordinal)
            .Replace("{hash}", PlotlyHash, StringComparison.Ordinal);
        return Blank().Replace(LineBreak().Replace(CommentOrIndent().Replace(script, ""), "$1"), "$1$2$3");
    }

    /// <summary>Each light colour, and the property of the style sheet that has it in the page's theme.</summary>
    private static Dictionary<string, object?> Colours()
    {
        var colours = Palette.Light.Index().ToDictionary(c => c.Item, c => (object?)FormattableString.Invariant($"--nn-{c.Index}"));
        colours.Add(Palette.Text.Light, "--nn-ink");
        colours.Add(Palette.Quiet.Light, "--nn-quiet");
        colours.Add(Palette.Grid.Light, "--nn-rule");
        colours.Add(Palette.Page.Light, "--nn-page");
        colours.Add(Palette.Most.Light, "--nn-most");
        return colours;
    }

    [GeneratedRegex(@"^(\s*//.*\n|\s+)", RegexOptions.Multiline)]
    private static partial Regex CommentOrIndent();

    /// <summary>A break that ends no statement: notebooks with many figures get fewer lines to compare.</summary>
    [GeneratedRegex(@"([;{}(,])\n")]
    private static partial Regex LineBreak();

    /// <summary>
    /// Blanks around an operator, behind a comma, inside braces and before a parenthesis; of the script's texts only a
    /// template has such.
    /// </summary>
    [GeneratedRegex(
        @" (=>|[=!]==|\|\|=|&&|\|\||\?\?|[<>]=?|[=?:+\-*/]|}) ?(?!\$)|([,;:{}]) (?!\$)"
        + @"|(\)(?= [\w({])|\b(?:if|for|catch|else|try|return)(?= [({])) ")]
    private static partial Regex Blank();
}
