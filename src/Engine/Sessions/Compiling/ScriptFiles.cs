using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Notebooks.Sessions.Compiling;

/// <summary>Finds what <c>#load</c> names, relative to the notebook's folder or to the file that loads it.</summary>
internal sealed class ScriptFiles(string folder) : SourceFileResolver(ImmutableArray<string>.Empty, folder)
{
    /// <inheritdoc/>
    /// <remarks>A cell is no file: its name stays as it is in the debug information.</remarks>
    public override string? NormalizePath(string path, string? baseFilePath) =>
        CellSources.IsCell(path) ? path : base.NormalizePath(path, baseFilePath);

    /// <inheritdoc/>
    public override string? ResolveReference(string path, string? baseFilePath) =>
        base.ResolveReference(path, CellSources.IsCell(baseFilePath) ? null : baseFilePath);
}
