using System.Xml.Linq;

namespace Notebooks.Book.Mathematics;

/// <summary>Turns a formula from TeX, as notebooks have it between dollar signs, into MathML, as browsers show it.</summary>
internal static class Formula
{
    /// <summary>The formula as a <c>math</c> element, its source kept as an annotation.</summary>
    /// <param name="tex">The formula without its dollar signs.</param>
    /// <param name="display">Whether it stands on a line of its own.</param>
    /// <exception cref="TeXException">A command is unknown, or braces, brackets or environments do not match.</exception>
    public static string ToMathML(string tex, bool display)
    {
        ArgumentNullException.ThrowIfNull(tex);
        if (string.IsNullOrWhiteSpace(tex))
            throw new TeXException("The formula is empty.");

        var parsed = TeXParser.Parse(tex);
        var math = MathML.Element(
            "math",
            display ? new XAttribute("display", "block") : null,
            MathML.Element(
                "semantics",
                parsed.Name == "mrow" ? parsed : MathML.Element("mrow", parsed),
                MathML.Element("annotation", new XAttribute("encoding", "application/x-tex"), tex.Trim())));
        return math.ToString(SaveOptions.DisableFormatting);
    }
}
