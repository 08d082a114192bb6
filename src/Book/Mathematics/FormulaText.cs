using System.Xml.Linq;

namespace Notebooks.Book.Mathematics;

/// <summary>A formula in one line of text, as one types or says it: <c>σ(z) = 1/(1 + e^(−z))</c>.</summary>
internal static class FormulaText
{
    /// <summary>The text of a formula.</summary>
    /// <param name="tex">The formula without its dollar signs.</param>
    /// <exception cref="TeXException">It cannot be set.</exception>
    public static string Of(string tex) =>
        Text(XElement.Parse(Formula.ToMathML(tex, display: false)).Element("semantics")!.Elements().First()).Trim();

    private static string Text(XElement part)
    {
        var inner = part.Elements().Select(Text).ToList();
        return part.Name.LocalName switch
        {
            "mfrac" => $"{Grouped(inner[0])}/{Grouped(inner[1])}",
            "msup" => $"{inner[0]}^{Grouped(inner[1])}",
            "msub" or "munder" => $"{inner[0]}_{Grouped(inner[1])}",
            "msubsup" or "munderover" => $"{inner[0]}_{Grouped(inner[1])}^{Grouped(inner[2])}",
            "mover" => $"{inner[0]}{Accent(inner[1])}",
            "msqrt" => $"√{Grouped(string.Concat(inner))}",
            "mroot" => $"√{Grouped(inner[0])}",
            "mtable" => string.Join(' ', inner),
            "mtr" => string.Join(' ', inner) + ';',
            "mspace" => " ",
            "mo" when part.Value is "=" or "≈" or "→" or "≤" or "≥" or "+" or "−" && part.Attribute("form") is null => $" {part.Value} ",
            "annotation" => "",
            _ => inner.Count > 0 ? string.Concat(inner) : part.Value,
        };
    }

    private static string Grouped(string text) => text.Length == 1 || text.All(char.IsLetterOrDigit) ? text : $"({text.Trim()})";

    private static string Accent(string above) => above switch
    {
        "^" or "ˆ" => "\u0302",
        "¯" or "‾" => "\u0304",
        "~" or "˜" => "\u0303",
        _ => above,
    };
}
