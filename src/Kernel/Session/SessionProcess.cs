using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO.Pipes;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Notebooks.Platform;
using Notebooks.Running;
using Notebooks.Sessions.Messages;

namespace Notebooks.Jupyter.Session;

/// <summary>
/// The process in which the cells run, seen from the kernel. It is one of its own so that nothing a cell does (an endless
/// loop that cannot be stopped, a stack overflow, <c>Environment.Exit</c>) takes the kernel's sockets with it.
/// One JSON object per line goes each way.
/// </summary>
internal sealed class SessionProcess : IDisposable
{
    private const int LinesKept = 20;

    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonObject>> waiting = new();
    private readonly Func<JsonObject, ValueTask> receive;
    private readonly AnonymousPipeServerStream toSession = new(PipeDirection.Out, HandleInheritability.Inheritable);
    private readonly AnonymousPipeServerStream fromSession = new(PipeDirection.In, HandleInheritability.Inheritable);
    private readonly Lock writing = new();
    private readonly Process process;
    private readonly ConcurrentQueue<string> printed = new();
    private int requests;

    /// <summary>Starts the process.</summary>
    /// <param name="receive">Receives what a running cell emits, in order; while it waits, the cell waits.</param>
    public SessionProcess(Func<JsonObject, ValueTask> receive)
    {
        this.receive = receive;
        var start = ThisProgram.StartInfo("session", toSession.GetClientHandleAsString(), fromSession.GetClientHandleAsString());
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        process = Process.Start(start)!;
        toSession.DisposeLocalCopyOfClientHandle();
        fromSession.DisposeLocalCopyOfClientHandle();
        process.StandardInput.Close();
        var reading = Task.WhenAll(
            ReadLinesAsync(), ForwardAsync(process.StandardOutput, "stdout"), ForwardAsync(process.StandardError, "stderr"));
        Ended = WatchAsync(reading);
    }

    /// <summary>Completes when the process is gone and all it wrote has been read.</summary>
    public Task Ended { get; }

    /// <summary>Why it ended.</summary>
    public CellError End => ProcessEnd.Describe(process.ExitCode, [.. printed]);

    /// <summary>Asks for something and waits for the answer.</summary>
    /// <param name="request">What is asked; its <c>id</c> is set here.</param>
    /// <returns>The answer; null when the process ended before it gave one.</returns>
    public async Task<JsonObject?> AskAsync(JsonObject request)
    {
        var id = Interlocked.Increment(ref requests);
        var answer = waiting[id] = new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
        request["id"] = id;
        Tell(request);
        await Task.WhenAny(answer.Task, Ended);
        return answer.Task.IsCompleted ? await answer.Task : null;
    }

    /// <summary>Sends a line that needs no answer.</summary>
    /// <param name="message">The line.</param>
    public void Tell(JsonObject message)
    {
        var line = Encoding.UTF8.GetBytes(message.ToJsonString() + "\n");
        try
        {
            lock (writing)
                toSession.Write(line);
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            // Whoever waits for an answer learns it from Ended.
        }
    }

    /// <summary>Ends the process and all that it started.</summary>
    public void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It has ended by itself.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Kill();
        toSession.Dispose();
        fromSession.Dispose();
        process.Dispose();
    }

    private async Task WatchAsync(Task reading)
    {
        await process.WaitForExitAsync();
        // What it started may hold its pipes open: the last lines get a moment, not forever.
        await Task.WhenAny(reading, Task.Delay(TimeSpan.FromSeconds(1)));
    }

    private async Task ReadLinesAsync()
    {
        using var lines = new StreamReader(fromSession, Encoding.UTF8, false, 1 << 16, leaveOpen: true);
        try
        {
            while (await lines.ReadLineAsync() is { } line)
            {
                var message = JsonNode.Parse(line)!.AsObject();
                if (message["id"]?.GetValue<int>() is not { } id)
                    await receive(message);
                else if (waiting.TryRemove(id, out var answer))
                    answer.SetResult(message);
            }
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or JsonException)
        {
            // Cut off in the middle of a line: Ended tells the rest.
            Kill();
        }
    }

    /// <summary>What native code prints past .NET's console.</summary>
    private async Task ForwardAsync(StreamReader output, string name)
    {
        var buffer = new char[1 << 14];
        while (await output.ReadAsync(buffer) is > 0 and var count)
        {
            var text = new string(buffer, 0, count);
            printed.Enqueue(text);
            if (printed.Count > LinesKept)
                printed.TryDequeue(out _);
            await receive(new JsonObject { ["event"] = "text", ["name"] = name, ["text"] = text });
        }
    }
}
