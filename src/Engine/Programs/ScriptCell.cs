using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Notebooks.Programs;

/// <summary>A cell as the compiler understands it.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Compilation">What the compiler makes of it.</param>
/// <param name="Tree">Its syntax.</param>
/// <param name="Model">What its names mean.</param>
internal sealed record ScriptCell(ProgramCell Cell, CSharpCompilation Compilation, SyntaxTree Tree, SemanticModel Model)
{
    /// <summary>Its root.</summary>
    public CompilationUnitSyntax Root => Tree.GetCompilationUnitRoot();

    /// <summary>The expression at its end whose value the notebook shows, or would if it had one.</summary>
    public ExpressionSyntax? LastExpression => Root.Members.LastOrDefault() is GlobalStatementSyntax
    {
        Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true, Expression: var expression },
    } ? expression : null;

    /// <summary>True if the value of the last expression is shown.</summary>
    public bool ShowsValue => LastExpression is { } last && Model.GetTypeInfo(last) is var type
        && type.ConvertedType is null or { SpecialType: not SpecialType.System_Void } && type.Type?.Name != "DisplayedValue";

    /// <summary>The assemblies in which stands what its names mean.</summary>
    public IEnumerable<MetadataReference> UsedReferences => Root.DescendantNodes().OfType<SimpleNameSyntax>()
        .Select(name => Model.GetSymbolInfo(name).Symbol)
        .SelectMany(static symbol => symbol is INamespaceSymbol space
            ? space.ConstituentNamespaces.Select(static part => part.ContainingAssembly) : [symbol?.ContainingAssembly!])
        .OfType<IAssemblySymbol>().Distinct<IAssemblySymbol>(SymbolEqualityComparer.Default)
        .Select(Compilation.GetMetadataReference).OfType<MetadataReference>();

    /// <summary>The declaration of what a name means, the node by which a member is known; null for what no cell declares.</summary>
    public SyntaxNode? Declaration(SyntaxNode name)
    {
        var found = Model.GetSymbolInfo(name);
        return DeclarationOf(found.Symbol ?? found.CandidateSymbols.FirstOrDefault());
    }

    /// <summary>The node that declares a symbol; null for what no cell declares.</summary>
    public static SyntaxNode? DeclarationOf(ISymbol? symbol)
    {
        symbol = symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol;
        symbol = symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor ? constructor.ContainingType : symbol;
        return symbol?.OriginalDefinition.DeclaringSyntaxReferences is [var first, ..] ? first.GetSyntax() : null;
    }
}
