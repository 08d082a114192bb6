using System.Net;
using Microsoft.DotNet.Interactive.Formatting;

namespace Notebooks.Sessions.Kernels;

/// <summary>
/// A cell's list of its packages, as .NET Interactive does: first those that are being installed, in the end those
/// that are.
/// </summary>
/// <param name="Sources">The sources that cells have named.</param>
/// <param name="Installing">What is under way.</param>
/// <param name="Installed">What lies ready.</param>
internal sealed record PackageList(IReadOnlyList<string> Sources, IReadOnlyList<string> Installing, IReadOnlyList<string> Installed)
{
    static PackageList()
    {
        Formatter.Register<PackageList>((list, writer) => writer.Write(list.ToHtml()), HtmlFormatter.MimeType);
        Formatter.Register<PackageList>((list, writer) => writer.Write(list.ToString()), PlainTextFormatter.MimeType);
    }

    private IEnumerable<(string Title, IReadOnlyList<string> Items)> Parts =>
        [("Restore sources", Sources), ("Installing Packages", Installing), ("Installed Packages", Installed)];

    /// <summary>The same in plain text.</summary>
    public override string ToString() =>
        string.Join('\n', Parts.Where(part => part.Items.Count > 0).Select(part => $"{part.Title}: {string.Join("; ", part.Items)}"));

    private string ToHtml() => $"<div>{string.Concat(Parts.Select(part => $"<div>{ToHtml(part.Title, part.Items)}</div>"))}</div>";

    private static string ToHtml(string title, IReadOnlyList<string> items) => items.Count == 0 ? ""
        : $"<strong>{title}</strong><ul>{string.Concat(items.Select(item => $"<li><span>{WebUtility.HtmlEncode(item)}</span></li>"))}</ul>";
}
