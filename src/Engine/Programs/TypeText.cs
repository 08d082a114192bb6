using System.Text;
using Microsoft.CodeAnalysis;

namespace Notebooks.Programs;

/// <summary>Writes a type as the program can name it.</summary>
/// <param name="members">What the cells declare.</param>
internal sealed class TypeText(ProgramMembers members)
{
    private static readonly SymbolDisplayFormat Format = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>The type's name; null for one that has none.</summary>
    public string? Of(ITypeSymbol type)
    {
        if (IsNameless(type))
            return null;
        var text = new StringBuilder();
        var parts = type.ToDisplayParts(Format);
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Symbol is INamedTypeSymbol { IsScriptClass: true })
                i++; // And the point behind it.
            else
                text.Append(members.Of(parts[i].Symbol) is { IsType: true } own ? own.Name : parts[i].ToString());
        }

        return text.ToString();
    }

    private static bool IsNameless(ITypeSymbol type) => type switch
    {
        { IsAnonymousType: true } => true,
        IArrayTypeSymbol array => IsNameless(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsNameless) || named.ContainingType is { } outer && IsNameless(outer),
        _ => false,
    };
}
