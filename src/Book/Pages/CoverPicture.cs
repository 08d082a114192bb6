using System.Xml;
using System.Xml.Linq;

namespace Notebooks.Book.Pages;

/// <summary>A figure as small as a stamp: the plot of its first panel alone. Letters would be too small to read.</summary>
internal static class CoverPicture
{
    // Pixels around the plot, so that lines on its edge keep their width.
    private const double Edge = 2;

    /// <summary>The small picture, or the whole one where no plot can be told apart.</summary>
    /// <param name="svg">The figure's picture.</param>
    public static string Of(string svg)
    {
        if (Parse(svg) is not { } picture || picture.Descendants().FirstOrDefault(static part => HasClass(part, "nnf-area")) is not { Parent: { } panel } area)
            return svg;
        panel.DescendantsAndSelf().Where(static part => part.Name.LocalName == "text" || HasClass(part, "nnf-key")).ToList().ForEach(static part => part.Remove());
        var (x, y, width, height) = (Number(area, "x"), Number(area, "y"), Number(area, "width"), Number(area, "height"));
        panel.SetAttributeValue("viewBox", FormattableString.Invariant($"{x - Edge:0.#} {y - Edge:0.#} {width + (2 * Edge):0.#} {height + (2 * Edge):0.#}"));
        panel.SetAttributeValue("class", "nnf-svg");
        panel.SetAttributeValue("width", null);
        panel.SetAttributeValue("height", null);
        if (picture.Elements().FirstOrDefault(static part => part.Name.LocalName == "style") is { } style)
            panel.AddFirst(style);
        return panel.ToString(SaveOptions.DisableFormatting);
    }

    private static XElement? Parse(string svg)
    {
        try
        {
            return XElement.Parse(svg, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static bool HasClass(XElement part, string name) => part.Attribute("class")?.Value.Split(' ').Contains(name, StringComparer.Ordinal) == true;

    private static double Number(XElement part, string name) => XmlConvert.ToDouble(part.Attribute(name)?.Value ?? "0");
}
