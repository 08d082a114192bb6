using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Notebooks.Book.Pages;

namespace Notebooks.Book.Prose;

/// <summary>Writes <c>$$…$$</c> that stands alone.</summary>
internal sealed class FormulaBlockRenderer(PageWriter page) : HtmlObjectRenderer<MathBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, MathBlock obj) =>
        renderer.Write($"<div class=\"formula\">{FormulaHtml.Of(obj.Lines.ToString(), display: true, page)}</div>\n");
}
