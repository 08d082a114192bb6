using System.Text.Json.Nodes;
using Notebooks.Sessions.Messages;

namespace Notebooks.Jupyter.Session;

/// <summary>
/// The session with the variables, as the kernel sees it: one process after the other. Interrupting keeps the variables;
/// when the cell does not stop, or the process dies, a new one begins and says so.
/// </summary>
internal sealed class CellSession : IDisposable
{
    private static readonly TimeSpan GiveUp = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan DoubleClick = TimeSpan.FromMilliseconds(400);

    private readonly Func<JsonObject, ValueTask> receive;
    private readonly Lock gate = new();
    private SessionProcess process;
    private DateTime? interrupted;
    private bool isRunning;

    /// <summary>Starts a session.</summary>
    /// <param name="receive">Receives what a running cell emits, in order; while it waits, the cell waits.</param>
    public CellSession(Func<JsonObject, ValueTask> receive)
    {
        this.receive = receive;
        process = new SessionProcess(receive);
    }

    /// <summary>Whether the running cell has been interrupted.</summary>
    public bool IsStopping => interrupted is not null;

    /// <summary>Executes a cell.</summary>
    /// <param name="request">The cell.</param>
    /// <returns>How it ended; with <c>lost</c> when a new process had to begin.</returns>
    public async Task<JsonObject> ExecuteAsync(JsonObject request)
    {
        lock (gate)
        {
            interrupted = null;
            isRunning = true;
        }

        try
        {
            var answer = await AskAsync(request);
            return answer["error"]?["ename"]?.GetValue<string>() == CellErrorNames.StillRunning ? Restart() : answer;
        }
        finally
        {
            lock (gate)
                isRunning = false;
        }
    }

    /// <summary>Asks the session something that does not run a cell.</summary>
    /// <param name="request">What.</param>
    /// <returns>The answer; with <c>lost</c> when a new process had to begin.</returns>
    public async Task<JsonObject> AskAsync(JsonObject request) => await process.AskAsync(request) ?? Restart();

    /// <summary>Answers the running cell's question.</summary>
    /// <param name="text">The answer; null when nobody may be asked.</param>
    public void Answer(string? text) => process.Tell(new JsonObject { ["do"] = "input", ["text"] = text });

    /// <summary>Stops the running cell. A second time, or when that does not help, ends its process.</summary>
    public void Interrupt()
    {
        lock (gate)
        {
            if (!isRunning)
                return;
            if (interrupted is null)
            {
                interrupted = DateTime.UtcNow;
                process.Tell(new JsonObject { ["do"] = "interrupt" });
                _ = EndUnlessStoppedAsync(process, interrupted.Value);
            }
            else if (DateTime.UtcNow - interrupted > DoubleClick)
            {
                process.Kill();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => process.Dispose();

    private async Task EndUnlessStoppedAsync(SessionProcess stopping, DateTime since)
    {
        await Task.Delay(GiveUp);
        lock (gate)
        {
            if (isRunning && interrupted == since && stopping == process)
                stopping.Kill();
        }
    }

    private JsonObject Restart()
    {
        SessionProcess old;
        lock (gate)
        {
            old = process;
            process = new SessionProcess(receive);
        }

        var reason = IsStopping ? new CellError(CellErrorNames.StillRunning, "the cell could not be stopped", []) : old.End;
        old.Dispose();
        var message = $"{reason.Message}. The session was restarted: all variables are lost.";
        var answer = Lines.From(
            new CellResult(new CellError(reason.Name, message, [$"{reason.Name}: {message}", .. reason.Traceback.Skip(1)])));
        answer["lost"] = true;
        return answer;
    }
}
