using System.Xml.Linq;

namespace Notebooks.Book.Mathematics;

/// <summary>Sets subscripts, superscripts and limits.</summary>
internal static class Scripts
{
    /// <summary>The atom with what stands below and above it.</summary>
    /// <param name="nucleus">What carries the scripts.</param>
    /// <param name="below">The subscript or lower limit, if any.</param>
    /// <param name="above">The superscript or upper limit, if any.</param>
    /// <param name="limits">Whether they stand below and above instead of beside; null leaves it to the nucleus.</param>
    public static Atom Attach(Atom nucleus, XElement? below, XElement? above, bool? limits)
    {
        if (below is null && above is null)
            return nucleus;
        var stacked = limits ?? nucleus.Kind is AtomKind.Large or AtomKind.Limit || IsBrace(nucleus.Element);
        // With \limits they stay above and below even inside a line; else MathML moves them beside the sign there.
        if (limits == true && nucleus.Element.Name == "mo")
            nucleus.Element.SetAttributeValue("movablelimits", "false");
        var name = (stacked, below, above) switch
        {
            (true, not null, not null) => "munderover",
            (true, not null, null) => "munder",
            (true, null, not null) => "mover",
            (false, not null, not null) => "msubsup",
            (false, not null, null) => "msub",
            _ => "msup",
        };
        return nucleus with { Element = MathML.Element(name, nucleus.Element, below, above) };
    }

    /// <summary>True if the element is an over- or underbrace, whose script is its label.</summary>
    private static bool IsBrace(XElement element) =>
        element.Name == "mover" && element.LastNode is XElement { Value: "⏞" }
        || element.Name == "munder" && element.LastNode is XElement { Value: "⏟" };
}
