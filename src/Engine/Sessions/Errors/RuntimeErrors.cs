using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;
using Notebooks.Sessions.Compiling;
using Notebooks.Sessions.Messages;

namespace Notebooks.Sessions.Errors;

/// <summary>Tells which exception a cell threw: the place in the cell, the line itself, and the reader's own calls.</summary>
/// <param name="sources">The compiled texts.</param>
/// <param name="cells">Where cells and the libraries that they load lie.</param>
/// <param name="stop">Stops the code of cells: an exception may be theirs, and what it says of itself may never come.</param>
internal sealed class RuntimeErrors(CellSources sources, AssemblyLoadContext cells, Action stop)
{
    private const int MostFrames = 20;
    private const int MostExceptions = 20;

    /// <summary>The error of a cell that threw.</summary>
    public CellError Describe(Exception exception)
    {
        List<string> traceback = [];
        var (name, message) = ("", "");
        var described = 0;
        var ahead = new Stack<Exception>([exception]);
        while (ahead.TryPop(out var next) && described++ < MostExceptions)
        {
            var wrapped = Unwrap(next);
            var thrown = wrapped[^1];
            List<string> trace = [.. Trace(Enumerable.Reverse(wrapped))];
            var told = Guarded.Message(thrown, stop); // Only now: it may throw the exception once more, from elsewhere.
            if (described == 1)
                (name, message) = (thrown.GetType().Name, told);
            traceback.Add($"{(described == 1 ? "" : "caused by ")}{thrown.GetType().Name}: {told}");
            traceback.AddRange(trace);
            foreach (var cause in Causes(thrown).Reverse())
                ahead.Push(cause);
        }

        if (described > MostExceptions)
            traceback.Add("… and more causes");
        return new CellError(name, message, traceback);
    }

    private static IEnumerable<Exception> Causes(Exception thrown) => thrown is AggregateException several
        ? several.InnerExceptions
        : new[] { thrown.InnerException }.OfType<Exception>();

    /// <summary>The exception and, when it only carries another, that one in turn, down to the one that tells something.</summary>
    private static List<Exception> Unwrap(Exception exception)
    {
        List<Exception> wrapped = [exception];
        while (Carried(wrapped[^1]) is { } carried)
            wrapped.Add(carried);
        return wrapped;
    }

    private static Exception? Carried(Exception exception) => exception switch
    {
        TargetInvocationException { InnerException: { } inner } => inner,
        AggregateException { InnerExceptions: [var only] } => only,
        _ => null,
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
