using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Notebooks.Book.Writing;

namespace Notebooks.Book.Prose;

/// <summary>Writes <c>$$…$$</c> that stands alone.</summary>
internal sealed class FormulaBlockRenderer(PageWriter page) : HtmlObjectRenderer<MathBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, MathBlock obj)
    {
        var tex = obj.Lines.ToString();
        if (obj.ClosingFencedCharCount == 0)
            page.Problems.Add(
                $"{page.Where}: Found '$$' without a second one. The formula, and all that follows: {tex.Trim().ReplaceLineEndings(" ")}");
        else
            renderer.Write($"<div class=\"formula\">{FormulaHtml.Of(tex, display: true, page)}</div>\n");
    }
}
