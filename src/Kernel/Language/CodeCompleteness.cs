using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Notebooks.Documents;
using Notebooks.Sessions.Compiling;

namespace Notebooks.Jupyter.Language;

/// <summary>True if what has been typed is ready to be executed, by parsing.</summary>
internal static class CodeCompleteness
{
    /// <summary>Judges a cell.</summary>
    /// <returns><c>complete</c>, <c>incomplete</c> (with the next line's indentation) or <c>invalid</c>.</returns>
    public static (string Status, string Indent) Of(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(MagicLines.Blank(code), CellLanguage.ParseOptions);
        if (!SyntaxFactory.IsCompleteSubmission(tree))
            return ("incomplete", Indent(tree));
        var isValid = tree.GetDiagnostics().All(diagnostic => diagnostic.Severity != DiagnosticSeverity.Error);
        return (isValid ? "complete" : "invalid", "");
    }

    private static string Indent(SyntaxTree tree)
    {
        var depth = 0;
        foreach (var token in tree.GetRoot().DescendantTokens().Where(token => !token.IsMissing))
        {
            if (token.Kind() is SyntaxKind.OpenBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken)
                depth++;
            else if (token.Kind() is SyntaxKind.CloseBraceToken or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken)
                depth--;
        }

        return new string(' ', 4 * Math.Max(0, depth));
    }
}
