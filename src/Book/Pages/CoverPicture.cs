using System.Xml;
using System.Xml.Linq;

namespace Notebooks.Book.Pages;

/// <summary>A figure as small as a stamp: the plot of its first panel alone. Letters would be too small to read.</summary>
internal static class CoverPicture
{
    // Pixels around the plot, so that lines on its edge keep their width.
    private const double Edge = 2;

    /// <summary>The small picture, or the whole one where no plot can be told apart.</summary>
    /// <param name="svg">The figure's picture, marked as <see cref="Figures"/> says.</param>
    public static string Of(string svg)
    {
        if (Parse(svg) is not { } picture || picture.Descendants().FirstOrDefault(IsPlot) is not { Parent: { } panel } plot)
            return svg;
        panel.DescendantsAndSelf().Where(IsLetters).ToList().ForEach(static part => part.Remove());
        var (x, y, width, height) = (Number(plot, "x"), Number(plot, "y"), Number(plot, "width"), Number(plot, "height"));
        var box = FormattableString.Invariant($"{x - Edge:0.#} {y - Edge:0.#} {width + (2 * Edge):0.#} {height + (2 * Edge):0.#}");
        panel.SetAttributeValue("viewBox", box);
        panel.SetAttributeValue("class", picture.Attribute("class")?.Value);
        panel.SetAttributeValue("preserveAspectRatio", null);
        panel.SetAttributeValue("width", null);
        panel.SetAttributeValue("height", null);
        if (picture.Elements().FirstOrDefault(static part => part.Name.LocalName == "style") is { } style)
            panel.AddFirst(style);
        return panel.ToString(SaveOptions.DisableFormatting);
    }

    private static bool IsPlot(XElement part) => part.Attribute("data-plot") is not null;

    private static bool IsLetters(XElement part) => part.Name.LocalName == "text" || part.Attribute("data-mark") is not null;

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

    private static double Number(XElement part, string name) => XmlConvert.ToDouble(part.Attribute(name)?.Value ?? "0");
}
