using Markdig.Extensions.Alerts;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Notebooks.Book.Prose;

/// <summary>Writes GitHub's alerts, <c>&gt; [!NOTE]</c>, as notes.</summary>
internal sealed class AlertRenderer : HtmlObjectRenderer<AlertBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, AlertBlock obj)
    {
        var kind = obj.Kind.ToString();
        renderer.EnsureLine();
        renderer.Write("<div class=\"note plain\" role=\"note\"><p><strong>")
            .WriteEscape(string.Concat(kind.Select(static (c, i) => i == 0 ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c))));
        renderer.WriteLine("</strong></p>");
        renderer.WriteChildren(obj);
        renderer.WriteLine("</div>");
    }
}
