using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Notebooks.Sessions.Compiling;

namespace Notebooks.Book.Code;

/// <summary>What a solution checks of itself: its calls of <c>Check</c>, which hold for any other solution as well.</summary>
/// <param name="Calls">The statements with such calls, one below the other; empty where there are none.</param>
/// <param name="Names">What these statements ask for of what the solution has declared.</param>
/// <param name="EndsWithValue">Whether the code's last line shows a value.</param>
internal sealed record SolutionChecks(string Calls, IReadOnlyList<string> Names, bool EndsWithValue)
{
    private const string Check = "Check";

    /// <summary>Reads them out of the solution's code.</summary>
    public static SolutionChecks In(string code)
    {
        var members = CSharpSyntaxTree.ParseText(code, CellLanguage.ParseOptions).GetCompilationUnitRoot().Members;
        var calls = members.Where(static member => member is GlobalStatementSyntax && member.DescendantNodes()
            .OfType<InvocationExpressionSyntax>().Any(static call => DrawingLines.Head(call) == Check)).ToList();
        var asked = calls.SelectMany(static call => call.DescendantNodes()).OfType<IdentifierNameSyntax>()
            .Select(static name => name.Identifier.Text);
        var declared = members.Except(calls).SelectMany(Declared);
        return new(
            string.Join('\n', calls.Select(static call => call.ToString())),
            [.. asked.Intersect(declared, StringComparer.Ordinal)],
            members.LastOrDefault() is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } });
    }

    private static IEnumerable<string> Declared(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => [method.Identifier.Text],
        BaseTypeDeclarationSyntax type => [type.Identifier.Text],
        GlobalStatementSyntax { Statement: LocalFunctionStatementSyntax function } => [function.Identifier.Text],
        FieldDeclarationSyntax field => field.Declaration.Variables.Select(static variable => variable.Identifier.Text),
        GlobalStatementSyntax { Statement: LocalDeclarationStatementSyntax local } =>
            local.Declaration.Variables.Select(static variable => variable.Identifier.Text),
        GlobalStatementSyntax { Statement: ExpressionStatementSyntax statement } =>
            statement.DescendantNodes().OfType<SingleVariableDesignationSyntax>().Select(static name => name.Identifier.Text),
        _ => [],
    };
}
