using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Notebooks.Documents;
using Notebooks.Sessions.Compiling;

namespace Notebooks.Book.Code;

/// <summary>
/// The end of a cell that only draws what it shows: its last expression, and what stands right before it and makes values of the
/// same type. In <c>Figure Panel(string name) =&gt; …; Figure.Grid(2, Panel("a"), Panel("b"))</c> that is all of it.
/// </summary>
internal static class DrawingLines
{
    // A single line says as much as the line that would stand for it.
    private const int Fewest = 2;

    /// <summary>The first line of that end, counted from 0, or null where the cell has none that is worth folding.</summary>
    /// <param name="source">The source of a cell that shows a figure.</param>
    public static int? Begin(string source)
    {
        var code = MagicLines.Blank(source);
        var members = CSharpSyntaxTree.ParseText(code, CellLanguage.ParseOptions).GetCompilationUnitRoot().Members;
        if (members.LastOrDefault() is not GlobalStatementSyntax { Statement: ExpressionStatementSyntax last }
            || !last.SemicolonToken.IsMissing)
            return null;
        var type = Head(last.Expression);
        var first = members.Count - 1;
        while (first > 0 && Draws(members[first - 1], type))
            first--;
        var lines = code.TrimEnd().Split('\n');
        var line = members[first].GetLocation().GetLineSpan().StartLinePosition.Line;
        while (line > 0 && lines[line - 1].TrimStart().StartsWith("//", StringComparison.Ordinal))
            line--;
        return lines.Length - line >= Fewest ? line : null;
    }

    /// <summary>What an expression begins with: <c>Figure</c> in <c>Figure.Line(x, y).Titled("…")</c>.</summary>
    internal static string Head(ExpressionSyntax expression) => expression switch
    {
        InvocationExpressionSyntax call => Head(call.Expression),
        MemberAccessExpressionSyntax member => Head(member.Expression),
        SimpleNameSyntax name => name.Identifier.Text,
        _ => "",
    };

    private static bool Draws(MemberDeclarationSyntax member, string type) => member switch
    {
        MethodDeclarationSyntax method => method.ReturnType.ToString() == type,
        FieldDeclarationSyntax field => Draws(field.Declaration, type),
        GlobalStatementSyntax { Statement: LocalFunctionStatementSyntax function } => function.ReturnType.ToString() == type,
        GlobalStatementSyntax { Statement: LocalDeclarationStatementSyntax local } => Draws(local.Declaration, type),
        _ => false,
    };

    private static bool Draws(VariableDeclarationSyntax declaration, string type) =>
        declaration.Type.ToString() == type
        || declaration.Variables.All(variable => variable.Initializer is { } value
            && value.Value.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(call => Head(call) == type));
}
