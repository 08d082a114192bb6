using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Notebooks.Programs;

/// <summary>Turns a cell's code, a script's, into a program's: what differs is changed, every other character stays.</summary>
/// <param name="cell">The cell.</param>
/// <param name="members">What all cells declare, and their names in the program.</param>
/// <param name="say">Hears what cannot be done.</param>
internal sealed class CellRewriter(ScriptCell cell, ProgramMembers members, Action<string> say)
{
    private readonly TextEdits edits = new(cell.Cell.Code);
    private readonly TypeText types = new(members);
    private readonly List<string> shared = [];

    /// <summary>What the cell becomes.</summary>
    public ProgramPart Rewrite()
    {
        Rename();
        RemoveDirectives();
        var moved = new List<MemberDeclarationSyntax>();
        var ownTypes = new List<MemberDeclarationSyntax>();
        foreach (var member in cell.Root.Members)
        {
            if (member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
                ownTypes.Add(member);
            else if (members.DeclaredBy(member) is { IsShared: true } || member is EventFieldDeclarationSyntax)
                moved.Add(member);
            else
                RewriteInPlace(member);
        }

        foreach (var member in ownTypes.Concat(moved))
        {
            RemoveModifiers(member, static kind => kind is not (SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword));
            edits.Remove(member.FullSpan);
        }

        foreach (var member in moved)
            shared.Add(Shared(member));
        ShowValue();
        return new(
            cell.Cell, Trim(edits.Apply(cell.Root.FullSpan)), shared,
            [.. ownTypes.Select(type => Trim(edits.Apply(type.FullSpan, isWhole: true)))]);
    }

    private static string Trim(string text) =>
        string.Join('\n', text.TrimEnd().Split('\n').SkipWhile(string.IsNullOrWhiteSpace).Select(static line => line.TrimEnd()));

    private string Shared(MemberDeclarationSyntax member)
    {
        RemoveModifiers(member, static kind => kind is SyntaxKind.AsyncKeyword or SyntaxKind.UnsafeKeyword or SyntaxKind.ExternKeyword);
        edits.Insert(AfterAttributes(member), "internal static ");
        return Trim(edits.Apply(member.FullSpan, isWhole: true));
    }

    private static int AfterAttributes(MemberDeclarationSyntax member) =>
        member.AttributeLists.Count == 0 ? member.SpanStart : member.AttributeLists[^1].GetLastToken().GetNextToken().SpanStart;

    private void Rename()
    {
        foreach (var (name, _, member) in members.Uses.Where(use => use.Cell == cell && use.Member.IsRenamed))
            RenameUse(name, member);
        foreach (var member in members.All.Where(member => member.Cell == cell && member.IsRenamed))
        {
            edits.Replace(NameOf(member.Declaration).Span, member.Name);
            if (member.Declaration is not TypeDeclarationSyntax type)
                continue;
            foreach (var inner in type.Members)
            {
                if (inner is ConstructorDeclarationSyntax constructor)
                    edits.Replace(constructor.Identifier.Span, member.Name);
                else if (inner is DestructorDeclarationSyntax destructor)
                    edits.Replace(destructor.Identifier.Span, member.Name);
            }
        }
    }

    /// <summary>A use under the new name; what takes a name from it keeps the old one.</summary>
    private void RenameUse(SimpleNameSyntax name, ProgramMember member)
    {
        if (name.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax called } call }
            && called.Identifier.ValueText == "nameof")
            edits.Replace(call.Span, $"\"{member.Symbol.Name}\"");
        else if (name.Parent is AnonymousObjectMemberDeclaratorSyntax { NameEquals: null })
            edits.Replace(name.Identifier.Span, $"{name.Identifier.ValueText} = {member.Name}");
        else if (name.Parent is ArgumentSyntax { NameColon: null, Parent: TupleExpressionSyntax })
            edits.Replace(name.Identifier.Span, $"{name.Identifier.ValueText}: {member.Name}");
        else
            edits.Replace(name.Identifier.Span, member.Name);
    }

    private static SyntaxToken NameOf(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier,
        SingleVariableDesignationSyntax variable => variable.Identifier,
        ForEachStatementSyntax loop => loop.Identifier,
        CatchDeclarationSyntax caught => caught.Identifier,
        FromClauseSyntax from => from.Identifier,
        LetClauseSyntax let => let.Identifier,
        JoinClauseSyntax join => join.Identifier,
        QueryContinuationSyntax into => into.Identifier,
        MethodDeclarationSyntax method => method.Identifier,
        PropertyDeclarationSyntax property => property.Identifier,
        EventDeclarationSyntax happening => happening.Identifier,
        DelegateDeclarationSyntax type => type.Identifier,
        _ => ((BaseTypeDeclarationSyntax)declaration).Identifier,
    };

    private void RemoveDirectives()
    {
        foreach (var used in cell.Root.Usings)
            edits.Replace(new(used.SpanStart, used.FullSpan.End - used.SpanStart), "");
        foreach (var directive in cell.Root.DescendantTrivia().Where(static trivia =>
            trivia.IsKind(SyntaxKind.ReferenceDirectiveTrivia) || trivia.IsKind(SyntaxKind.LoadDirectiveTrivia)))
        {
            edits.Replace(directive.FullSpan, "");
            if (directive.IsKind(SyntaxKind.LoadDirectiveTrivia))
                say($"{directive.ToString().Trim()}: a program has no #load; put the file's code into the cell");
        }
    }

    private void RewriteInPlace(MemberDeclarationSyntax member)
    {
        switch (member)
        {
            case FieldDeclarationSyntax field:
                RewriteVariables(field);
                break;
            case MethodDeclarationSyntax method:
                RemoveModifiers(method, kind => kind is SyntaxKind.AsyncKeyword or SyntaxKind.UnsafeKeyword or SyntaxKind.ExternKeyword
                    || kind == SyntaxKind.StaticKeyword && method.Modifiers.Any(SyntaxKind.ExternKeyword));
                break;
            case GlobalStatementSyntax { Statement: var statement }:
                RewriteStatement(statement);
                break;
            default:
                say($"{member.Kind()}: has no place in a program's statements");
                break;
        }
    }

    private void RewriteVariables(FieldDeclarationSyntax field)
    {
        var variables = field.Declaration.Variables;
        if (!variables.Any(variable => members.DeclaredBy(variable)!.IsShared))
        {
            RemoveModifiers(field, static kind => kind == SyntaxKind.ConstKeyword);
            foreach (var variable in variables.Where(static variable => variable.Initializer is null))
                edits.Insert(variable.Span.End, " = default");
            return;
        }

        // All that one line declares goes together; the values are assigned where the line stands.
        foreach (var variable in variables)
            Share(members.DeclaredBy(variable)!, field.Modifiers.Any(SyntaxKind.ConstKeyword) ? variable.Initializer : null);
        var assigned = field.Modifiers.Any(SyntaxKind.ConstKeyword)
            ? [] : variables.Where(static variable => variable.Initializer is not null).ToList();
        edits.Replace(
            field.Span,
            string.Join(" ", assigned.Select(variable => $"{members.DeclaredBy(variable)!.Name} = {InitialValue(variable)};")));
    }

    private string InitialValue(VariableDeclaratorSyntax variable)
    {
        var value = variable.Initializer!.Value;
        var text = edits.Apply(value.Span);
        return value is InitializerExpressionSyntax && members.DeclaredBy(variable)!.Symbol is IFieldSymbol field
            ? $"new {types.Of(field.Type)} {text}" : text;
    }

    private void Share(ProgramMember variable, EqualsValueClauseSyntax? constant = null)
    {
        var type = types.Of(((IFieldSymbol)variable.Symbol).Type);
        if (type is null)
            say($"{variable.Symbol.Name} has a type without a name and is used where a program cannot see it: in a type, in a method "
                + "before it, or after a cell that fails");
        else if (constant is null)
            shared.Add($"internal static {type} {variable.Name};");
        else
            shared.Add($"internal const {type} {variable.Name} {edits.Apply(constant.Span)};");
    }

    private void RewriteStatement(StatementSyntax statement)
    {
        if (statement.DescendantNodesAndSelf(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .Any(static node => node is ReturnStatementSyntax))
            say("return: ends the cell in a notebook and the whole program here; say it with if and else");
        foreach (var variable in statement.DescendantNodes().OfType<SingleVariableDesignationSyntax>()
            .Where(node => members.DeclaredBy(node) is { IsShared: true }))
        {
            Share(members.DeclaredBy(variable)!);
            SyntaxNode designation = variable;
            while (designation.Parent is ParenthesizedVariableDesignationSyntax outer)
                designation = outer;
            if (designation.Parent is DeclarationExpressionSyntax declared)
                edits.Replace(new(declared.SpanStart, declared.Designation.SpanStart - declared.SpanStart), "");
            else
                say($"{variable.Identifier.ValueText} is declared within an expression and used where a program cannot see it; declare it "
                    + "on a line of its own");
        }
    }

    private void RemoveModifiers(MemberDeclarationSyntax member, Func<SyntaxKind, bool> stays)
    {
        foreach (var modifier in member.Modifiers.Where(modifier => !stays(modifier.Kind())))
            edits.Replace(new(modifier.SpanStart, modifier.FullSpan.End - modifier.SpanStart), "");
    }

    private void ShowValue()
    {
        if (cell.LastExpression is not { } value)
            return;
        if (cell.ShowsValue)
            edits.Insert(value.SpanStart, "display(");
        edits.Insert(value.Span.End, cell.ShowsValue ? ");" : ";");
    }
}
