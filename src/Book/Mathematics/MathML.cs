using System.Globalization;
using System.Xml.Linq;

namespace Notebooks.Book.Mathematics;

/// <summary>The MathML elements of which formulas are made.</summary>
internal static class MathML
{
    private const double ThinSpace = 3 / 18.0;

    /// <summary>An element with children and attributes.</summary>
    public static XElement Element(string name, params object?[] content) => new(name, content);

    /// <summary>An operator that takes the size of its line, whatever stands beside it.</summary>
    public static XElement Operator(string text, params object?[] attributes) => new("mo", attributes, text);

    /// <summary>A bracket that grows with what it encloses.</summary>
    /// <param name="text">The bracket, or nothing for an invisible one.</param>
    /// <param name="form"><c>prefix</c> or <c>postfix</c>.</param>
    public static XElement Fence(string text, string form) =>
        Operator(text, new XAttribute("form", form), new XAttribute("stretchy", "true"), new XAttribute("fence", "true"));

    /// <summary>Space of the given width.</summary>
    /// <param name="width">The width in em; negative moves closer.</param>
    public static XElement Space(double width) =>
        Element("mspace", new XAttribute("width", width.ToString("0.####", CultureInfo.InvariantCulture) + "em"));

    /// <summary>Text as written, blanks at its ends included.</summary>
    public static XElement Text(string text) => Element("mtext", text.Replace(' ', '\u00A0'));

    /// <summary>One element for several atoms, with the space that MathML does not put between them by itself.</summary>
    public static XElement Row(IReadOnlyList<Atom> atoms)
    {
        var children = new List<XElement>();
        for (var i = 0; i < atoms.Count; i++)
        {
            var atom = atoms[i];
            if (atom.Kind is AtomKind.Function or AtomKind.Limit && i > 0 && atoms[i - 1].TouchesFunction)
                AddThinSpace(children);
            if (atom.Kind is AtomKind.Binary && (i == 0 || atoms[i - 1].LeavesSignUnary))
                MakeSign(atom.Element);
            children.Add(atom.Element);
            if (atom.Kind is AtomKind.Function or AtomKind.Limit && i + 1 < atoms.Count && atoms[i + 1].Kind is AtomKind.Ordinary)
                AddThinSpace(children);
        }

        return children.Count == 1 ? children[0] : Element("mrow", children);
    }

    private static void AddThinSpace(List<XElement> children) => children.Add(Space(ThinSpace));

    private static void MakeSign(XElement element)
    {
        if (element.Name == "mo")
            element.SetAttributeValue("form", "prefix");
    }
}
