using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;
using Notebooks.Sessions.Compiling;
using Notebooks.Sessions.Messages;

namespace Notebooks.Sessions.Errors;

/// <summary>Tells which exception a cell threw: the place in the cell, the line itself, and the reader's own calls.</summary>
/// <param name="sources">The compiled texts.</param>
/// <param name="cells">Where cells and the libraries that they load lie.</param>
internal sealed class RuntimeErrors(CellSources sources, AssemblyLoadContext cells)
{
    private const int MostFrames = 20;

    /// <summary>The error of a cell that threw.</summary>
    public CellError Describe(Exception exception)
    {
        List<string> traceback = [];
        Describe(exception, "", traceback);
        var thrown = Unwrap(exception)[^1];
        return new CellError(thrown.GetType().Name, thrown.Message, traceback);
    }

    private void Describe(Exception exception, string introduction, List<string> traceback)
    {
        var wrapped = Unwrap(exception);
        var thrown = wrapped[^1];
        traceback.Add($"{introduction}{thrown.GetType().Name}: {thrown.Message}");
        traceback.AddRange(Trace(Enumerable.Reverse(wrapped)));
        var causes = thrown is AggregateException several
            ? several.InnerExceptions
            : [.. new[] { thrown.InnerException }.OfType<Exception>()];
        foreach (var cause in causes)
            Describe(cause, "caused by ", traceback);
    }

    /// <summary>The exception and, when it only carries another, that one in turn, down to the one that tells something.</summary>
    private static List<Exception> Unwrap(Exception exception) => exception switch
    {
        TargetInvocationException { InnerException: { } inner } => [exception, .. Unwrap(inner)],
        AggregateException { InnerExceptions: [var only] } => [exception, .. Unwrap(only)],
        _ => [exception],
    };

    private IEnumerable<string> Trace(IEnumerable<Exception> inOrder)
    {
        var frames = inOrder.SelectMany(exception => new StackTrace(exception, fNeedFileInfo: true).GetFrames())
            .Select(frame => (Frame: frame, Source: sources.Find(frame.GetFileName())))
            .Where(call => call.Source is not null || IsLibrary(call.Frame))
            .Take(MostFrames).ToList();
        var quoted = false;
        foreach (var (frame, source) in frames)
        {
            var (line, column) = (frame.GetFileLineNumber(), frame.GetFileColumnNumber());
            var name = CallName.Of(frame.GetMethod());
            if (source is null)
            {
                yield return $"   at {name}";
                continue;
            }

            column = source.OwnColumn(line, column);
            yield return $"   at {name} in {source.Locate(line, column)}";
            if (quoted)
                continue;
            quoted = true;
            foreach (var text in source.Quote(line, column))
                yield return text;
        }
    }

    private bool IsLibrary(StackFrame frame) =>
        frame.GetMethod()?.Module.Assembly is { } assembly
        && AssemblyLoadContext.GetLoadContext(assembly) == cells
        && frame.GetMethod()!.Name != "<Factory>";
}
