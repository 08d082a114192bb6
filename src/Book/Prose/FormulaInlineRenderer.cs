using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Notebooks.Book.Writing;

namespace Notebooks.Book.Prose;

/// <summary>Writes <c>$…$</c>, and <c>$$…$$</c> inside a paragraph.</summary>
internal sealed class FormulaInlineRenderer(PageWriter page) : HtmlObjectRenderer<MathInline>
{
    // Characters; a longer formula scrolls by itself where the page is narrow.
    private const int LongestOnATelephone = 20;

    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, MathInline obj)
    {
        var display = obj.DelimiterCount == 2;
        var math = FormulaHtml.Of(obj.Content.ToString(), display, page);
        var kind = display ? "formula" : ProseText.Of(obj).Length > LongestOnATelephone ? "long" : "";
        renderer.Write(kind.Length == 0 ? math : $"<span class=\"{kind}\">{math}</span>");
    }
}
