using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Notebooks.Book.Prose;

/// <summary>Writes blocks of code in prose as those in cells.</summary>
internal sealed class CodeRenderer(IReadOnlyDictionary<CodeBlock, string> highlighted) : HtmlObjectRenderer<CodeBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, CodeBlock obj) =>
        renderer.Write(Html.Code(highlighted.GetValueOrDefault(obj) ?? Html.Escape(obj.Lines.ToString())));
}
