using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Notebooks.Book.Prose;

/// <summary>Writes blocks of code in prose as those in cells, and text right below coloured code as what the code prints.</summary>
internal sealed class CodeRenderer(IReadOnlyDictionary<CodeBlock, string> highlighted) : HtmlObjectRenderer<CodeBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, CodeBlock obj)
    {
        var text = Html.Escape(obj.Lines.ToString());
        renderer.Write(IsPrinted(obj) ? Html.Printed("stdout", text) : Html.Code(highlighted.GetValueOrDefault(obj) ?? text));
    }

    private bool IsPrinted(CodeBlock block) =>
        block is FencedCodeBlock { Info: "text", Parent: { } parent }
        && parent.IndexOf(block) is > 0 and var index
        && parent[index - 1] is CodeBlock above && highlighted.ContainsKey(above);
}
