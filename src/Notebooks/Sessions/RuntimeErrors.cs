using System.Diagnostics;
using System.Reflection;

namespace Notebooks.Sessions;

/// <summary>Tells which exception a cell threw: the place in the cell, the line itself, and the reader's own calls.</summary>
/// <param name="sources">The compiled texts.</param>
internal sealed class RuntimeErrors(CellSources sources)
{
    private const int MostFrames = 20;

    /// <summary>The error of a cell that threw.</summary>
    /// <param name="exception">What it threw.</param>
    public CellError Describe(Exception exception)
    {
        exception = Unwrap(exception);
        List<string> traceback = [];
        var shown = exception;
        for (var cause = exception; cause is not null; cause = Cause(cause))
        {
            shown = cause;
            traceback.Add((traceback.Count == 0 ? "" : "caused by ") + Headline(cause));
            traceback.AddRange(Trace(cause));
        }

        return new CellError(exception.GetType().Name, exception.Message, traceback);
    }

    private static Exception Unwrap(Exception exception) => exception switch
    {
        TargetInvocationException { InnerException: { } inner } => Unwrap(inner),
        AggregateException { InnerExceptions: [var only] } => Unwrap(only),
        _ => exception,
    };

    private static Exception? Cause(Exception exception) =>
        exception.InnerException is { } inner ? Unwrap(inner) : null;

    private static string Headline(Exception exception) => $"{exception.GetType().Name}: {exception.Message}";

    private IEnumerable<string> Trace(Exception exception)
    {
        var frames = new StackTrace(exception, fNeedFileInfo: true).GetFrames()
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

            yield return $"   at {name} in {source.Locate(line, column)}";
            if (quoted)
                continue;
            quoted = true;
            foreach (var text in source.Quote(line, column))
                yield return text;
        }
    }

    private static bool IsLibrary(StackFrame frame) =>
        frame.GetMethod()?.Module.Assembly is { } assembly
        && System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(assembly) is SessionLoadContext
        && frame.GetMethod()!.Name != "<Factory>";
}
