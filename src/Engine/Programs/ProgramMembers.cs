using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Notebooks.Programs;

/// <summary>All that the cells declare, and who uses it.</summary>
internal sealed class ProgramMembers
{
    private readonly Dictionary<SyntaxNode, ProgramMember> byDeclaration = [];
    private readonly HashSet<string> foreign = new(StringComparer.Ordinal); // Names that mean something that no cell declares.
    private readonly HashSet<string> written = new(StringComparer.Ordinal); // Every name that stands in a cell.

    /// <summary>Reads the cells.</summary>
    public ProgramMembers(IReadOnlyList<ScriptCell> cells)
    {
        foreach (var cell in cells)
            Declare(cell);
        foreach (var cell in cells)
            Read(cell);
    }

    /// <summary>What is declared, in the order of the cells.</summary>
    public IReadOnlyCollection<ProgramMember> All => byDeclaration.Values;

    /// <summary>Each name that means a member.</summary>
    public List<(SimpleNameSyntax Name, ScriptCell Cell, ProgramMember Member)> Uses { get; } = [];

    /// <summary>The member that a node declares, or null.</summary>
    public ProgramMember? DeclaredBy(SyntaxNode node) => byDeclaration.GetValueOrDefault(node);

    /// <summary>The member that a symbol is, or null.</summary>
    public ProgramMember? Of(ISymbol? symbol) => ScriptCell.DeclarationOf(symbol) is { } node ? DeclaredBy(node) : null;

    /// <summary>A name that means nothing else anywhere: the wanted one, or that with a number.</summary>
    public string Fresh(string wanted)
    {
        var name = wanted;
        for (var n = 2; !written.Add(name); n++)
            name = string.Create(CultureInfo.InvariantCulture, $"{wanted}{n}");
        return name;
    }

    /// <summary>Gives each member a name of its own: a program cannot declare a name twice, as cells do.</summary>
    /// <param name="taken">Names that the program has anyway.</param>
    public void Name(IEnumerable<string> taken)
    {
        foreign.UnionWith(taken);
        written.UnionWith(foreign);
        var named = new Dictionary<string, List<ProgramMember>>(StringComparer.Ordinal);
        foreach (var member in All.Where(static member => !member.IsInner))
        {
            var others = named.GetValueOrDefault(member.Symbol.Name) ?? [];
            if (foreign.Contains(member.Name) || !others.TrueForAll(other => IsOverload(other, member)))
                member.Name = Fresh(member.Name);
            named[member.Symbol.Name] = [.. others, member];
        }

        foreach (var inner in All.Where(inner => inner.IsInner && named.ContainsKey(inner.Symbol.Name)))
            inner.Name = Fresh(inner.Name);
    }

    private static bool IsOverload(ProgramMember one, ProgramMember other) =>
        one.Symbol is IMethodSymbol a && other.Symbol is IMethodSymbol b
        && (a.Arity != b.Arity || !a.Parameters.Select(Kind).SequenceEqual(b.Parameters.Select(Kind)));

    private static string Kind(IParameterSymbol parameter) => $"{parameter.RefKind} {parameter.Type.ToDisplayString()}";

    private void Declare(ScriptCell cell)
    {
        foreach (var node in cell.Root.DescendantNodes())
        {
            if (IsDeclaration(node) && cell.Model.GetDeclaredSymbol(node) is { } symbol
                && (symbol.ContainingType is { IsScriptClass: true } && symbol is not ILocalSymbol || IsOfBlock(node, symbol)))
                byDeclaration[node] = new(symbol, node, cell);
        }
    }

    private static bool IsDeclaration(SyntaxNode node) => node is VariableDeclaratorSyntax or SingleVariableDesignationSyntax
        or ForEachStatementSyntax or CatchDeclarationSyntax or FromClauseSyntax or LetClauseSyntax or JoinClauseSyntax
        or QueryContinuationSyntax or MethodDeclarationSyntax or PropertyDeclarationSyntax or EventDeclarationSyntax
        or BaseTypeDeclarationSyntax or DelegateDeclarationSyntax;

    /// <summary>True for a variable of an inner block, whose name no variable around it may have; within a function it may.</summary>
    private static bool IsOfBlock(SyntaxNode node, ISymbol symbol) =>
        symbol is IRangeVariableSymbol || symbol is ILocalSymbol && !node.Ancestors().Any(static around =>
            around is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax
                and not (GlobalStatementSyntax or FieldDeclarationSyntax));

    private void Read(ScriptCell cell)
    {
        foreach (var name in cell.Root.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            if (name.Ancestors().Any(static node => node is UsingDirectiveSyntax))
                continue;
            if (cell.Declaration(name) is { } declaration && DeclaredBy(declaration) is { } member)
                Uses.Add((name, cell, member));
            else if (StandsAlone(name) && cell.Model.GetSymbolInfo(name).Symbol is not (ILocalSymbol or IParameterSymbol or null))
                foreign.Add(name.Identifier.ValueText);
        }

        foreach (var token in cell.Root.DescendantTokens())
            written.Add(token.ValueText);
    }

    /// <summary>True if a variable of that name, declared anywhere in the program, would take the place of what is meant.</summary>
    private static bool StandsAlone(SimpleNameSyntax name) =>
        !(name.Parent is MemberAccessExpressionSyntax member && member.Name == name)
        && !(name.Parent is QualifiedNameSyntax qualified && qualified.Right == name)
        && name.Parent is not (MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax)
        && !name.IsVar
        && !(name.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assigned && assigned.Left == name)
        && !name.Ancestors().Any(static around => around is BaseTypeDeclarationSyntax); // Types stand outside.
}
