using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralNets.PageCells.Editing;

/// <summary>
/// The names that may stand at a place in a cell: members behind a dot, or what is in scope and begins as the reader has begun.
/// </summary>
internal static class CellCompletion
{
    private const int Most = 300;

    /// <summary>A list of <c>{ label, insert, from, kind }</c> by the alphabet; <c>from</c> is where the begun name begins.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="position">Where the reader writes.</param>
    public static JsonArray At(SemanticModel cell, int position)
    {
        position = Math.Clamp(position, 0, cell.SyntaxTree.Length);
        var text = cell.SyntaxTree.GetText().ToString();
        var from = position;
        while (from > 0 && SyntaxFacts.IsIdentifierPartCharacter(text[from - 1]))
            from--;
        var begun = text[from..position];
        var names = Names(cell, from).Where(symbol => symbol.CanBeReferencedByName && !symbol.IsImplicitlyDeclared)
            .Select(symbol => (Label: symbol.Name, Kind: KindOf(symbol)))
            .Where(name => name.Label.StartsWith(begun, StringComparison.OrdinalIgnoreCase))
            .DistinctBy(name => name.Label)
            .OrderBy(name => name.Label, StringComparer.OrdinalIgnoreCase).Take(Most);
        return [.. names.Select(name => new JsonObject
        {
            ["label"] = name.Label,
            ["insert"] = SyntaxFacts.GetKeywordKind(name.Label) == SyntaxKind.None ? name.Label : $"@{name.Label}",
            ["from"] = from,
            ["kind"] = name.Kind,
        })];
    }

    private static IEnumerable<ISymbol> Names(SemanticModel cell, int from)
    {
        var before = from == 0 ? default : cell.SyntaxTree.GetRoot().FindToken(from - 1);
        if (!before.IsKind(SyntaxKind.DotToken) || before.Span.End != from)
            return cell.LookupSymbols(from);
        return before.Parent switch
        {
            MemberAccessExpressionSyntax access => Members(cell, from, access.Expression),
            QualifiedNameSyntax name => Members(cell, from, name.Left),
            MemberBindingExpressionSyntax { Parent: ConditionalAccessExpressionSyntax access } => Members(cell, from, access.Expression),
            _ => [],
        };
    }

    /// <summary>A type's static members, a namespace's, or those of a value.</summary>
    private static IEnumerable<ISymbol> Members(SemanticModel cell, int at, ExpressionSyntax of)
    {
        var meant = cell.GetSymbolInfo(of).Symbol ?? Speculative(cell, at, of);
        if (meant is INamespaceOrTypeSymbol container and not ITypeParameterSymbol)
            return cell.LookupSymbols(at, container).Where(member => member.IsStatic || member is INamespaceOrTypeSymbol);
        var type = cell.GetTypeInfo(of).Type is { TypeKind: not TypeKind.Error } known ? known : SpeculativeType(cell, at, of);
        return type is null ? [] : cell.LookupSymbols(at, type, includeReducedExtensionMethods: true).Where(member => !member.IsStatic);
    }

    // Before the next line's first word, an unfinished access reads as the name of a type.
    private static ISymbol? Speculative(SemanticModel cell, int at, ExpressionSyntax of) => cell.GetSpeculativeSymbolInfo(
        at, SyntaxFactory.ParseExpression(of.ToString()), SpeculativeBindingOption.BindAsExpression).Symbol;

    private static ITypeSymbol? SpeculativeType(SemanticModel cell, int at, ExpressionSyntax of) => cell.GetSpeculativeTypeInfo(
        at, SyntaxFactory.ParseExpression(of.ToString()), SpeculativeBindingOption.BindAsExpression).Type;

    private static string KindOf(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol type => type.TypeKind.ToString().ToLowerInvariant(),
        ILocalSymbol or IParameterSymbol or IRangeVariableSymbol => "variable",
        IFieldSymbol { ContainingType.IsScriptClass: true } => "variable",
        _ => symbol.Kind.ToString().ToLowerInvariant(),
    };
}
