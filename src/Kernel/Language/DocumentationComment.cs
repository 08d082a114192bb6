using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Notebooks.Jupyter.Language;

/// <summary>Turns an XML documentation comment into text that a person reads.</summary>
internal static partial class DocumentationComment
{
    private static readonly (string Element, string Title)[] Parts =
    [
        ("typeparam", "Type parameters"), ("param", "Parameters"), ("returns", "Returns"), ("value", "Value"),
        ("exception", "Exceptions"), ("remarks", "Remarks"), ("example", "Example"),
    ];

    /// <summary>The documentation of a symbol; empty when it has none.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="compilation">Where it was found.</param>
    public static Documentation Of(ISymbol symbol, Compilation compilation)
    {
        if (Comment(symbol, compilation) is not { } comment)
            return new Documentation("", "");
        return new Documentation(Render(comment, isMarkdown: false), Render(comment, isMarkdown: true));
    }

    private static XElement? Comment(ISymbol symbol, Compilation compilation)
    {
        // An inherited comment is that of the member that this one overrides or implements.
        for (var described = symbol.OriginalDefinition; described is not null; described = Inherited(described))
        {
            var xml = described.GetDocumentationCommentXml(expandIncludes: true);
            if (Parse(xml) is { } comment
                && (comment.Element("inheritdoc") is not { } inherit || Refer(symbol, comment, inherit, compilation)))
                return comment;
            if (string.IsNullOrEmpty(xml) && !compilation.Assembly.Equals(described.ContainingAssembly, SymbolEqualityComparer.Default))
                continue;
        }

        return null;
    }

    // <inheritdoc cref="..."/> adds what that member says and this one does not; of its parameters, those that this one has too.
    // Only one step is followed, so that references in a circle end.
    private static bool Refer(ISymbol symbol, XElement comment, XElement inherit, Compilation compilation)
    {
        if (inherit.Attribute("cref")?.Value is not { } id
            || DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) is not { } target
            || Parse(target.GetDocumentationCommentXml(expandIncludes: true)) is not { } other)
            return comment.Element("summary") is not null;
        var own = comment.Elements().Select(Key).ToHashSet();
        var parameters = symbol is IMethodSymbol method ? method.Parameters.Select(parameter => parameter.Name).ToHashSet() : [];
        comment.Add(other.Elements().Where(part => !own.Contains(Key(part))
            && (part.Name.LocalName != "param" || parameters.Contains(part.Attribute("name")?.Value ?? ""))));
        return true;
    }

    private static string Key(XElement part) => $"{part.Name.LocalName} {part.Attribute("name")?.Value ?? part.Attribute("cref")?.Value}";

    private static ISymbol? Inherited(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => null,
        IMethodSymbol { OverriddenMethod: { } method } => method.OriginalDefinition,
        IPropertySymbol { OverriddenProperty: { } property } => property.OriginalDefinition,
        INamedTypeSymbol => null,
        _ => symbol.ContainingType?.AllInterfaces
            .SelectMany(type => type.GetMembers(symbol.Name))
            .FirstOrDefault(
                member => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol))
            ?.OriginalDefinition,
    };

    private static XElement? Parse(string? xml)
    {
        try
        {
            return string.IsNullOrWhiteSpace(xml) ? null : XElement.Parse($"<doc>{xml}</doc>", LoadOptions.PreserveWhitespace) is var doc
                ? doc.Element("member") ?? doc.Element("doc") ?? doc
                : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string Render(XElement comment, bool isMarkdown)
    {
        List<string> blocks = [.. comment.Elements("summary").Select(summary => Text(summary, isMarkdown))];
        foreach (var (element, title) in Parts)
        {
            var lines = comment.Elements(element).Select(part => Line(part, isMarkdown)).Where(line => line.Length > 0).ToList();
            if (lines.Count > 0)
                blocks.Add((isMarkdown ? $"**{title}**\n\n" : $"{title}:\n") + string.Join('\n', lines));
        }

        return string.Join("\n\n", blocks.Where(block => block.Length > 0));
    }

    private static string Line(XElement part, bool isMarkdown)
    {
        var text = Text(part, isMarkdown);
        var name = part.Attribute("name")?.Value ?? ShortName(part.Attribute("cref")?.Value);
        if (name is null)
            return isMarkdown ? text : Indented(text);
        return isMarkdown ? $"- `{name}`: {text}" : Indented($"{name}: {text}");
    }

    private static string Indented(string text) => "    " + text.Replace("\n", "\n    ", StringComparison.Ordinal);

    private static string Text(XElement element, bool isMarkdown)
    {
        var text = string.Concat(element.Nodes().Select(node => Inline(node, isMarkdown)));
        var paragraphs = text.Split("\n\n").Select(paragraph => paragraph.Contains("```", StringComparison.Ordinal)
            ? paragraph.Trim('\n')
            : Blanks().Replace(paragraph, " ").Trim());
        return string.Join("\n\n", paragraphs.Where(paragraph => paragraph.Length > 0)).Replace('\u2028', '\n');
    }

    private static string Inline(XNode node, bool isMarkdown) => node switch
    {
        XText text => text.Value.Replace("\n\n", "\n", StringComparison.Ordinal),
        XElement { Name.LocalName: "see" or "seealso" or "paramref" or "typeparamref" } reference => Code(Reference(reference), isMarkdown),
        XElement { Name.LocalName: "c" } code => Code(code.Value, isMarkdown),
        XElement { Name.LocalName: "code" } code =>
            isMarkdown ? $"\n\n```csharp\n{code.Value.Trim('\n')}\n```\n\n" : $"\n\n{code.Value.Trim('\n').Replace('\n', '\u2028')}\n\n",
        XElement { Name.LocalName: "para" or "br" } paragraph => $"\n\n{Text(paragraph, isMarkdown)}\n\n",
        XElement { Name.LocalName: "item" } item => $"\n\n- {Text(item, isMarkdown)}\n\n",
        XElement other => Text(other, isMarkdown),
        _ => "",
    };

    private static string Code(string text, bool isMarkdown) => isMarkdown ? $"`{text}`" : text;

    private static string Reference(XElement element) =>
        element.Value is { Length: > 0 } shown
            ? shown
            : element.Attribute("langword")?.Value ?? element.Attribute("name")?.Value ?? element.Attribute("href")?.Value
                ?? ShortName(element.Attribute("cref")?.Value) ?? "";

    // T:System.Collections.Generic.List`1 is List; M:System.Math.Max(System.Int32,System.Int32) is Math.Max.
    private static string? ShortName(string? id)
    {
        if (id is null)
            return null;
        var isType = id.StartsWith("T:", StringComparison.Ordinal);
        var parts = id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('(')[0].Split('.');
        return Arity().Replace(string.Join('.', parts.TakeLast(isType ? 1 : 2)), "");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"`+\d+")]
    private static partial Regex Arity();
}
