using Microsoft.CodeAnalysis;

namespace House.Tests;

/// <summary>What each library offers to others is a decision: a name that is added, changed or taken away is seen here.</summary>
public class SurfaceTests
{
    private static readonly SymbolDisplayFormat Format = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        SymbolDisplayMemberOptions.IncludeContainingType
            | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeParameters
            | SymbolDisplayMemberOptions.IncludeRef
            | SymbolDisplayMemberOptions.IncludeConstantValue,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType
            | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeParamsRefOut
            | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static TheoryData<string> Libraries =>
    [
        .. House.Projects
            .Where(project => project.Compilation.GetEntryPoint(default) is null && project.Name != "Notebooks")
            .Select(project => project.Name),
    ];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_library_offers_what_is_committed(string library) => House.Hold(
        $"{library}.surface.txt",
        [.. Offered(House.Projects.Single(project => project.Name == library).Compilation.Assembly.GlobalNamespace)],
        _ => "");

    /// <summary>Types in the order of their names, each followed by its members.</summary>
    private static IEnumerable<string> Offered(INamespaceSymbol space) => space.GetTypeMembers()
        .Where(IsVisible)
        .OrderBy(type => type.Name, StringComparer.Ordinal)
        .SelectMany(Offered)
        .Concat(space.GetNamespaceMembers().OrderBy(inner => inner.Name, StringComparer.Ordinal).SelectMany(Offered));

    private static IEnumerable<string> Offered(INamedTypeSymbol type)
    {
        var members = type.GetMembers().Where(member => member is not INamedTypeSymbol && IsVisible(member));
        var types = type.GetTypeMembers().Where(IsVisible).OrderBy(inner => inner.Name, StringComparer.Ordinal);
        return
        [
            $"{type.ContainingNamespace.ToDisplayString()}: {Kind(type)} {Text(type)}",
            .. members.Select(member => $"{Text(member)}{Result(member)}").Order(StringComparer.Ordinal),
            .. types.SelectMany(Offered),
        ];
    }

    private static string Kind(INamedTypeSymbol type) => (type.IsRecord, type.IsStatic) switch
    {
        (true, _) => "record",
        (_, true) => "static class",
        _ => string.Concat(type.TypeKind.ToString().Select(char.ToLowerInvariant)),
    };

    private static string Result(ISymbol member) => member switch
    {
        IPropertySymbol property => $" : {Text(property.Type)}",
        IMethodSymbol { MethodKind: not MethodKind.Constructor } method => $" : {Text(method.ReturnType)}",
        _ => "",
    };

    private static string Text(ISymbol symbol) => symbol.ToDisplayString(Format);

    // Accessors and backing fields are seen with their property, what the compiler adds to a record or an enumeration with the type.
    private static bool IsVisible(ISymbol member) =>
        member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
        && !(member.IsOverride && member.ContainingType is not null)
        && (!member.IsImplicitlyDeclared || member is IPropertySymbol)
        && member is not IMethodSymbol { AssociatedSymbol: not null };
}
