using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NeuralNets.PageCells.Sessions;

/// <summary>What <c>#r</c> names is there already: its lines pass without a word. Packages alone are not, and cannot be fetched.</summary>
internal sealed class NoFiles : MetadataReferenceResolver
{
    private const string Package = "nuget:";

    /// <inheritdoc/>
    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties) =>
        reference.StartsWith(Package, StringComparison.OrdinalIgnoreCase) ? [] : [CellReferences.All[0]];

    /// <inheritdoc/>
    public override bool Equals(object? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => 1;
}
