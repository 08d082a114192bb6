using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Notebooks.Sessions.Compiling;

/// <summary>
/// Writes a check into each loop of a cell, so that an endless one can be stopped. Roslyn's own checks reach functions
/// and lambdas, but not the statements at a cell's top level.
/// </summary>
internal static class LoopChecks
{
    private const string Check = "global::Notebooks.Cells.CellStop.ThrowIfStopped();";

    /// <summary>The code with its checks; no line becomes another line.</summary>
    /// <param name="tree">The cell.</param>
    /// <param name="insertions">What was put where.</param>
    /// <returns>The code, or null when there is nothing to check.</returns>
    public static SourceText? Insert(SyntaxTree tree, out IReadOnlyList<Insertion> insertions)
    {
        var text = tree.GetText();
        List<TextChange> changes = [];
        foreach (var body in tree.GetRoot().DescendantNodes().Select(Body).OfType<StatementSyntax>())
        {
            if (body is BlockSyntax block)
            {
                changes.Add(Put(block.OpenBraceToken.Span.End, Check));
                continue;
            }

            changes.Add(Put(body.SpanStart, "{" + Check));
            changes.Add(Put(body.Span.End, "}"));
        }

        changes = [.. changes.OrderBy(change => change.Span.Start)];
        insertions = [.. changes.Select(change => Insertion(text.Lines.GetLinePosition(change.Span.Start), change.NewText!.Length))];
        return changes.Count == 0 || tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            ? null
            : text.WithChanges(changes);
    }

    private static Insertion Insertion(LinePosition at, int length) => new(at.Line, at.Character, length);

    private static TextChange Put(int position, string code) => new(new TextSpan(position, 0), code);

    private static StatementSyntax? Body(SyntaxNode node) => node switch
    {
        WhileStatementSyntax loop => loop.Statement,
        ForStatementSyntax loop => loop.Statement,
        CommonForEachStatementSyntax loop => loop.Statement,
        DoStatementSyntax loop => loop.Statement,
        _ => null,
    };
}
