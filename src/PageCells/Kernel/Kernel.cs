using Microsoft.AspNetCore.Html;

namespace Microsoft.DotNet.Interactive;

/// <summary>What .NET Interactive offers every cell by bare names.</summary>
public static class Kernel
{
    /// <summary>A fragment of a page.</summary>
    public static IHtmlContent HTML(string content) => new HtmlString(content);
}
