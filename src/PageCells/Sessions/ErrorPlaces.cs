using System.Diagnostics;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace NeuralNets.PageCells.Sessions;

/// <summary>
/// Finds the place in a cell where an exception came from. The runtime reads no debug information here, but says how far each
/// method had come.
/// </summary>
internal sealed class ErrorPlaces
{
    private readonly Dictionary<Assembly, MetadataReader> symbols = [];

    /// <summary>Remembers the debug information of a cell.</summary>
    public unsafe void Add(Assembly cell, byte[] information) => symbols[cell] =
        MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(information), MetadataStreamOptions.PrefetchMetadata)
            .GetMetadataReader();

    /// <summary>The place of the innermost call in the code of the cell that ran; (0, 0) where there is none.</summary>
    /// <param name="thrown">The exception.</param>
    /// <param name="cell">The cell that ran.</param>
    public (int Line, int Column) Find(Exception thrown, Assembly cell)
    {
        foreach (var frame in new StackTrace(thrown, fNeedFileInfo: false).GetFrames())
        {
            if (frame.GetMethod() is { } method && method.Module.Assembly == cell && Place(method, frame.GetILOffset()) is { } place)
                return place;
        }

        return (0, 0);
    }

    private (int Line, int Column)? Place(MethodBase method, int offset)
    {
        var handle = MetadataTokens.MethodDefinitionHandle(method.MetadataToken & 0xffffff).ToDebugInformationHandle();
        (int, int)? place = null;
        foreach (var point in symbols[method.Module.Assembly].GetMethodDebugInformation(handle).GetSequencePoints())
        {
            if (point.Offset > offset && place is not null)
                break;
            if (!point.IsHidden)
                place = (point.StartLine, point.StartColumn);
        }

        return place;
    }
}
