using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Notebooks.Jupyter.Language;

/// <summary>Finds what a person wants to know at a position: the name there, or the call around it.</summary>
internal static class Inspection
{
    private static readonly SymbolDisplayFormat Signature = SymbolDisplayFormat.MinimallyQualifiedFormat
        .AddKindOptions(SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword)
        .AddParameterOptions(SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeExtensionThis);

    /// <summary>Describes what stands at a position.</summary>
    /// <returns>Null when nothing is known there.</returns>
    public static async Task<Documentation?> FindAsync(Document document, int position)
    {
        var root = await document.GetSyntaxRootAsync();
        var model = await document.GetSemanticModelAsync();
        foreach (var node in Candidates(root!, position))
        {
            var symbols = Symbols(model!, node);
            if (symbols.Count > 0)
                return Describe(symbols, model!.Compilation);
        }

        return null;
    }

    // The name under the cursor or just before it; else the callee of the call in whose parentheses the cursor stands.
    private static IEnumerable<SyntaxNode> Candidates(SyntaxNode root, int position)
    {
        foreach (var place in (int[])[position, position - 1])
        {
            if (place < 0)
                continue;
            var token = root.FindToken(place);
            if (token.Span.Contains(place) && token.Parent is { } parent
                && (token.IsKind(SyntaxKind.IdentifierToken) || parent is PredefinedTypeSyntax))
                yield return parent;
        }

        var inside = root.FindToken(Math.Max(0, position - 1)).Parent;
        foreach (var arguments in inside?.AncestorsAndSelf().OfType<BaseArgumentListSyntax>() ?? [])
        {
            if (arguments.Parent is InvocationExpressionSyntax call)
                yield return Name(call.Expression);
            else if (arguments.Parent is BaseObjectCreationExpressionSyntax creation)
                yield return creation;
        }
    }

    private static SyntaxNode Name(ExpressionSyntax called) => called is MemberAccessExpressionSyntax member ? member.Name : called;

    private static List<ISymbol> Symbols(SemanticModel model, SyntaxNode node)
    {
        if (model.GetDeclaredSymbol(node) is { } declared)
            return [declared];
        var info = model.GetSymbolInfo(node);
        List<ISymbol> found = [.. info.Symbol is { } one ? [one] : (IEnumerable<ISymbol>)info.CandidateSymbols];
        found.AddRange(model.GetMemberGroup(node).Where(member => !found.Contains(member, SymbolEqualityComparer.Default)));
        if (info.Symbol is null && node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call)
            found = [.. found.OrderByDescending(symbol => Fit(symbol, call, model))];
        if (found.Count == 0 && model.GetTypeInfo(node).Type is { TypeKind: not TypeKind.Error } type)
            found = [type];
        return found;
    }

    // Of several overloads, the one to whose parameters most of the arguments so far belong.
    private static int Fit(ISymbol symbol, InvocationExpressionSyntax call, SemanticModel model) =>
        symbol is not IMethodSymbol method ? 0 : method.Parameters
            .Zip(call.ArgumentList.Arguments)
            .Count(pair => SymbolEqualityComparer.Default.Equals(pair.First.Type, model.GetTypeInfo(pair.Second.Expression).Type));

    private static Documentation Describe(List<ISymbol> symbols, Compilation compilation)
    {
        const int shown = 8;
        var signatures = symbols.Select(symbol => symbol.ToDisplayString(Signature)).Distinct().ToList();
        if (signatures.Count > shown)
            signatures = [.. signatures.Take(shown), $"// and {signatures.Count - shown} more overloads"];
        var comment = DocumentationComment.Of(symbols[0], compilation);
        var code = string.Join('\n', signatures);
        return new Documentation(
            comment.Plain.Length == 0 ? code : $"{code}\n\n{comment.Plain}",
            comment.Markdown.Length == 0 ? $"```csharp\n{code}\n```" : $"```csharp\n{code}\n```\n\n{comment.Markdown}");
    }
}
