using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Notebooks.Book.Pages;

namespace Notebooks.Book.Prose;

/// <summary>Writes <c>$…$</c>, and <c>$$…$$</c> inside a paragraph.</summary>
internal sealed class FormulaInlineRenderer(PageWriter page) : HtmlObjectRenderer<MathInline>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, MathInline obj)
    {
        var display = obj.DelimiterCount == 2;
        var math = FormulaHtml.Of(obj.Content.ToString(), display, page);
        renderer.Write(display ? $"<span class=\"formula\">{math}</span>" : math);
    }
}
