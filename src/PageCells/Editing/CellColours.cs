using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralNets.PageCells.Editing;

/// <summary>
/// The colours of a cell's code, by the classes of the book's own: k keywords, s texts, n numbers, c comments, t types, m methods.
/// </summary>
internal static class CellColours
{
    /// <summary>A list of <c>[begin, length, class]</c>, in order.</summary>
    /// <param name="cell">The cell.</param>
    public static JsonArray Of(SemanticModel cell) => [.. Spans(cell).Select(span => new JsonArray(span.Begin, span.Length, span.Class))];

    private static IEnumerable<(int Begin, int Length, string Class)> Spans(SemanticModel cell)
    {
        foreach (var token in cell.SyntaxTree.GetRoot().DescendantTokens(descendIntoTrivia: true))
        {
            foreach (var comment in token.LeadingTrivia.Where(IsComment))
                yield return (comment.SpanStart, comment.Span.Length, "c");
            if (token.Span.Length > 0 && ClassOf(token, cell) is { } name)
                yield return (token.SpanStart, token.Span.Length, name);
            foreach (var comment in token.TrailingTrivia.Where(IsComment))
                yield return (comment.SpanStart, comment.Span.Length, "c");
        }
    }

    private static bool IsComment(SyntaxTrivia trivia) => trivia.Kind()
        is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.DisabledTextTrivia;

    private static string? ClassOf(SyntaxToken token, SemanticModel cell) => token.Kind() switch
    {
        SyntaxKind.NumericLiteralToken => "n",
        SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken
            or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8StringLiteralToken
            or SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedVerbatimStringStartToken
            or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.InterpolatedStringEndToken
            or SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken
            or SyntaxKind.InterpolatedRawStringEndToken => "s",
        SyntaxKind.IdentifierToken => OfName(token, cell),
        SyntaxKind.HashToken => "k",
        var kind when SyntaxFacts.IsKeywordKind(kind) || SyntaxFacts.IsPreprocessorKeyword(kind) => "k",
        _ => null,
    };

    private static string? OfName(SyntaxToken name, SemanticModel cell) => name.Parent switch
    {
        BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or TypeParameterSyntax => "t",
        MethodDeclarationSyntax or LocalFunctionStatementSyntax => "m",
        ConstructorDeclarationSyntax or DestructorDeclarationSyntax => "t",
        IdentifierNameSyntax { IsVar: true } or IdentifierNameSyntax { IsNint: true } or IdentifierNameSyntax { IsNuint: true } => "k",
        SimpleNameSyntax used => OfSymbol(cell.GetSymbolInfo(used)),
        _ => null,
    };

    private static string? OfSymbol(SymbolInfo info) => (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) switch
    {
        ITypeSymbol => "t",
        IMethodSymbol { MethodKind: MethodKind.Constructor } => "t",
        IMethodSymbol => "m",
        _ => null,
    };
}
