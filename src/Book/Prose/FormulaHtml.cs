using Notebooks.Book.Mathematics;
using Notebooks.Book.Writing;

namespace Notebooks.Book.Prose;

/// <summary>Sets the formulas of a page; one that cannot be set is a problem that names file, cell and formula.</summary>
internal static class FormulaHtml
{
    /// <summary>The formula as MathML.</summary>
    public static string Of(string tex, bool display, PageWriter page)
    {
        try
        {
            return Formula.ToMathML(tex, display);
        }
        catch (TeXException error)
        {
            page.Problems.Add($"{page.Where}: {error.Message} The formula: {tex.Trim().ReplaceLineEndings(" ")}");
            return $"<code>{Html.Escape(tex)}</code>";
        }
    }
}
