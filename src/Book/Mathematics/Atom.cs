using System.Xml.Linq;

namespace Notebooks.Book.Mathematics;

/// <summary>A part of a formula, already as MathML.</summary>
/// <param name="Kind">What it is to its neighbours.</param>
/// <param name="Element">Its MathML element.</param>
internal sealed record Atom(AtomKind Kind, XElement Element)
{
    /// <summary>True if a plus or minus that follows is a sign, not an operation: <c>= -1</c>, <c>(-1</c>.</summary>
    public bool LeavesSignUnary => Kind is not (AtomKind.Ordinary or AtomKind.Closing or AtomKind.Space);

    /// <summary>True if a named function beside it needs a thin space between: <c>2 log x</c>.</summary>
    public bool TouchesFunction => Kind is AtomKind.Ordinary or AtomKind.Function or AtomKind.Limit or AtomKind.Large or AtomKind.Integral;
}
