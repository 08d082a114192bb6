using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace House.Tests;

/// <summary>Who uses whom, derived from the syntax trees and what their names mean.</summary>
internal static class Arrows
{
    private static readonly Lazy<IReadOnlyList<Arrow>> Found = new(() => [.. House.Projects.AsParallel().AsOrdered().SelectMany(Of)]);

    /// <summary>Every use of one file's types by another file, and of another project's.</summary>
    public static IReadOnlyList<Arrow> All => Found.Value;

    private static IEnumerable<Arrow> Of(Project project)
    {
        foreach (var tree in project.Files)
        {
            var model = project.Compilation.GetSemanticModel(tree);
            var uses = tree.GetRoot().DescendantNodes()
                .Where(node => node is SimpleNameSyntax or ImplicitObjectCreationExpressionSyntax);
            foreach (var node in uses)
            {
                if (Declared(model.GetSymbolInfo(node)) is not { } symbol)
                    continue;
                foreach (var file in Files(symbol).Except([Relative(tree.FilePath)]).Take(1))
                    yield return new(Relative(tree.FilePath), tree.GetLineSpan(node.Span).StartLinePosition.Line + 1, file, symbol.Name);
            }
        }
    }

    /// <summary>The type or member that a name means.</summary>
    private static ISymbol? Declared(SymbolInfo found)
    {
        var symbol = found.Symbol ?? found.CandidateSymbols.FirstOrDefault();
        symbol = symbol is IAliasSymbol alias ? alias.Target : symbol;
        symbol = symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol;
        return symbol is INamedTypeSymbol or { ContainingType: not null } ? symbol.OriginalDefinition : null;
    }

    /// <summary>Where it is declared; the user's own folder first, where a type is declared in parts.</summary>
    private static IEnumerable<string> Files(ISymbol symbol)
    {
        if (symbol.DeclaringSyntaxReferences.Length > 0)
            return symbol.DeclaringSyntaxReferences.Select(reference => reference.SyntaxTree.FilePath).Where(File.Exists).Select(Relative);
        if (symbol.ContainingType is { DeclaringSyntaxReferences.Length: > 0 } type)
            return Files(type);
        return Project.Of(symbol.ContainingAssembly?.Name ?? "") is { } project ? [project] : [];
    }

    private static string Relative(string path) => Path.GetRelativePath(Path.Combine(House.Repository, "src"), path).Replace('\\', '/');
}
