using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Notebooks.Book.Prose;

/// <summary>Writes blocks of code in prose as those in cells.</summary>
internal sealed class CodeRenderer(IReadOnlyDictionary<CodeBlock, string> highlighted) : HtmlObjectRenderer<CodeBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, CodeBlock obj)
    {
        var code = highlighted.GetValueOrDefault(obj) ?? Html.Escape(obj.Lines.ToString());
        renderer.Write($"<div class=\"code\"><pre><code>{code}</code></pre></div>\n");
    }
}
