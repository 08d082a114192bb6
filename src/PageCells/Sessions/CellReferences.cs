using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;

namespace NeuralNets.PageCells.Sessions;

/// <summary>The assemblies that a cell sees: read from the runtime's own copy, so that what was trimmed away does not compile.</summary>
internal static class CellReferences
{
    private static readonly string[] Names =
    [
        "System.Private.CoreLib", "System.Runtime", "System.Collections", "System.Console", "System.Linq",
        "NeuralNets.PageCells", "NeuralNets.PageTorch", "NeuralNets.Scratch", "MathNet.Numerics", "Microsoft.DotNet.Interactive.Formatting",
    ];

    /// <summary>All of them.</summary>
    public static ImmutableArray<PortableExecutableReference> All { get; } = [.. Names.Select(static name => Read(Assembly.Load(name)))];

    private static unsafe PortableExecutableReference Read(Assembly assembly)
    {
        if (!assembly.TryGetRawMetadata(out var metadata, out var length))
            throw new InvalidOperationException($"The runtime keeps no metadata of {assembly}.");
        var module = ModuleMetadata.CreateFromMetadata((nint)metadata, length);
        return AssemblyMetadata.Create(module).GetReference(display: assembly.GetName().Name);
    }
}
