using System.Globalization;
using System.Text;

namespace NeuralNets.Charts;

/// <summary>Writes SVG elements: coordinates to a tenth of a pixel, text escaped, the same in every culture.</summary>
internal sealed class SvgWriter
{
    private readonly StringBuilder text = new(16_384);

    /// <summary>Adds markup as it stands.</summary>
    public SvgWriter Raw(string markup)
    {
        text.Append(markup);
        return this;
    }

    /// <summary>Adds markup with numbers in it.</summary>
    public SvgWriter Raw(ref NumberHandler markup) => Raw(markup.ToString());

    /// <summary>A line of text.</summary>
    public SvgWriter Text(double x, double y, string content, string attributes)
        => Raw($"<text x=\"{x}\" y=\"{y}\"").Raw(attributes.Length == 0 ? ">" : " " + attributes + ">").Raw(Escape(content)).Raw("</text>");

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    /// <summary>Text as XML content or attribute value; characters that XML does not allow become a replacement mark.</summary>
    public static string Escape(string content)
    {
        if (content.AsSpan().IndexOfAny("&<>\"") < 0 && !content.Any(char.IsControl))
            return content;
        var safe = new StringBuilder(content.Length + 16);
        foreach (var c in content)
        {
            _ = c switch
            {
                '&' => safe.Append("&amp;"),
                '<' => safe.Append("&lt;"),
                '>' => safe.Append("&gt;"),
                '"' => safe.Append("&quot;"),
                '\t' or '\n' or '\r' => safe.Append(' '),
                _ => safe.Append(char.IsControl(c) ? '\uFFFD' : c),
            };
        }

        return safe.ToString();
    }

    /// <summary>A number as SVG attributes have it: at most one decimal, no exponent, no negative zero.</summary>
    public static string Number(double value)
    {
        var tenths = Math.Round(Math.Clamp(value, -1e5, 1e5) * 10);
        return (tenths == 0 ? 0 : tenths / 10).ToString(CultureInfo.InvariantCulture);
    }
}
