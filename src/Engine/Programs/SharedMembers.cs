using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Notebooks.Programs;

/// <summary>
/// Finds out what cannot stay where its cell has it. A notebook's variables are there for every method and type, in any
/// order; a program's are seen from their line on, and by no type. What is used otherwise goes into a static class.
/// </summary>
internal static class SharedMembers
{
    /// <summary>Marks them.</summary>
    public static void Mark(ProgramMembers members)
    {
        foreach (var member in members.All.Where(static member => !member.IsInner && !member.IsType))
            member.IsShared = member.Symbol is IPropertySymbol or IEventSymbol or IMethodSymbol { IsExtensionMethod: true }
                || IsOverloaded(member, members);
        foreach (var (name, cell, member) in members.Uses.Where(static use => !use.Member.IsInner && !use.Member.IsType))
            member.IsShared |= IsWithinType(name) || IsBefore(name, cell, member) || IsAfterFailure(cell, member);
        while (Spread(members))
        {
        }
    }

    private static bool IsOverloaded(ProgramMember member, ProgramMembers members) =>
        member.Symbol is IMethodSymbol && members.All.Any(other => other != member && other.Name == member.Name && !other.IsInner);

    private static bool IsWithinType(SyntaxNode name) => name.Ancestors().Any(static node => node is BaseTypeDeclarationSyntax);

    /// <summary>True if a variable is used on a line before its own, or in its own initial value.</summary>
    private static bool IsBefore(SyntaxNode name, ScriptCell cell, ProgramMember member) =>
        member.IsVariable && cell == member.Cell
        && (name.SpanStart < member.Declaration.SpanStart
            || member.Declaration is VariableDeclaratorSyntax && member.Declaration.Span.Contains(name.Span));

    /// <summary>True if a later cell uses what a cell declares that is meant to fail: there it stands in a block.</summary>
    private static bool IsAfterFailure(ScriptCell cell, ProgramMember member) => member.Cell.Cell.MayFail && cell != member.Cell;

    /// <summary>What a shared method uses is shared too.</summary>
    private static bool Spread(ProgramMembers members)
    {
        var spread = false;
        foreach (var (name, _, member) in members.Uses)
        {
            if (member.IsShared || member.IsInner || member.IsType)
                continue;
            var isUsed = name.Ancestors().Any(node => members.DeclaredBy(node) is { IsShared: true, HasBody: true });
            member.IsShared = isUsed;
            spread |= isUsed;
        }

        // Variables that one expression declares go together.
        foreach (var together in members.All.Where(static member => !member.IsShared && member is { IsInner: false, IsType: false }
            && member.Declaration is SingleVariableDesignationSyntax))
        {
            var deconstructed = together.Declaration.FirstAncestorOrSelf<DeclarationExpressionSyntax>();
            together.IsShared = deconstructed is not null && deconstructed.DescendantNodes()
                .Any(node => members.DeclaredBy(node) is { IsShared: true });
            spread |= together.IsShared;
        }

        return spread;
    }
}
