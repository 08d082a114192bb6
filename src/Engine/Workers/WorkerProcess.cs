using System.ComponentModel;
using System.Diagnostics;
using System.IO.Pipes;
using Notebooks.Platform;
using Notebooks.Sessions.Messages;
using Notebooks.Workers.Messages;

namespace Notebooks.Workers;

/// <summary>
/// A process of this same program that executes cells, so that nothing that they do (an endless loop that cannot be stopped,
/// a stack overflow, <c>Environment.Exit</c>) takes the engine with it. The two talk over pipes of their own: nothing that a
/// cell prints can get between.
/// </summary>
internal sealed class WorkerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // How glibc allocates: libtorch makes 40 MB of small objects when it is loaded, and a new page costs 14 microseconds on
    // the virtual machine where it was measured. So in large pages, and from one heap, as only that one grows by them; where
    // many threads compute side by side each keeps a heap of its own.
    private static readonly string Allocator =
        $"glibc.malloc.hugetlb=1:glibc.malloc.top_pad={8 << 20}{(Environment.ProcessorCount <= 4 ? ":glibc.malloc.arena_max=1" : "")}";

    // A child inherits every inheritable handle there is: one start at a time, so that no worker holds another's pipes open.
    private static readonly Lock OneStartAtATime = new();

    private readonly AnonymousPipeServerStream requests = new(PipeDirection.Out, HandleInheritability.Inheritable);
    private readonly AnonymousPipeServerStream replies = new(PipeDirection.In, HandleInheritability.Inheritable);
    private readonly MessagePipe<WorkerReply, WorkerRequest> worker;
    private readonly Func<WorkerReply, ValueTask> receive;
    private readonly NativeOutput native;
    private readonly Process process;
    private readonly CellProcesses started;
    private readonly Task printing;
    private readonly Thread receiving;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WorkerProcess(string kind, string folder, Func<WorkerReply, ValueTask> receive, NativeOutput native)
    {
        (this.receive, this.native) = (receive, native);
        worker = new(replies, requests, MessageJson.Default.WorkerReply, MessageJson.Default.WorkerRequest);
        var start = ThisProgram.StartInfo("worker", kind, requests.GetClientHandleAsString(), replies.GetClientHandleAsString());
        start.WorkingDirectory = folder;
        start.Environment.TryAdd("GLIBC_TUNABLES", Allocator);
        var mark = Guid.NewGuid().ToString("N");
        start.Environment[CellProcesses.Variable] = mark;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        process = Process.Start(start)!;
        started = new CellProcesses(mark, process.Id);
        requests.DisposeLocalCopyOfClientHandle();
        replies.DisposeLocalCopyOfClientHandle();
        process.StandardInput.Close();
        printing = native.ReadAsync(process);
        process.Exited += (_, _) => _ = StopWaitingAsync();
        process.EnableRaisingEvents = true;
        receiving = new Thread(Receive) { IsBackground = true, Name = "worker replies" };
        receiving.Start();
    }

    /// <summary>Completes when the worker says nothing more: it has ended, or cannot be understood.</summary>
    public Task Ended => ended.Task;

    /// <summary>Starts a worker.</summary>
    /// <param name="kind"><see cref="Worker.Interactive"/> or <see cref="Worker.Unattended"/>.</param>
    /// <param name="folder">Where its session works.</param>
    /// <param name="receive">Receives its replies, one after the other; while it waits, so does the worker.</param>
    /// <param name="native">Takes what native code prints.</param>
    public static WorkerProcess Start(string kind, string folder, Func<WorkerReply, ValueTask> receive, NativeOutput native)
    {
        lock (OneStartAtATime)
            return new WorkerProcess(kind, folder, receive, native);
    }

    /// <summary>Sends a request; a worker that is gone shows in <see cref="Ended"/>.</summary>
    public void Send(WorkerRequest request) => worker.Send(request);

    /// <summary>The process's end, as the error of the cell that ended it.</summary>
    public async Task<CellError> HowItEndedAsync()
    {
        Kill();
        await Task.WhenAny(Task.WhenAll(process.WaitForExitAsync(), printing), Task.Delay(Patience)); // Its last words, if they come.
        return ProcessEnd.Describe(process.ExitCode, native.Take());
    }

    /// <summary>Ends what the cells have started and left running.</summary>
    /// <returns>The names of those processes.</returns>
    public IReadOnlyList<string> EndWhatCellsStarted() => started.End();

    /// <summary>Ends the process and all that it started.</summary>
    public void Kill()
    {
        try
        {
            if (!process.WaitForExit(0))
                process.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended by itself in the meantime.
        }
    }

    /// <summary>Lets the process end, and ends it if it does not; what its cells started ends with it.</summary>
    public void Dispose()
    {
        requests.Dispose();
        if (!process.WaitForExit(Patience))
            Kill();
        process.WaitForExit(Patience);
        started.End();
        if (receiving.Join(100)) // Else somebody holds the pipe open in spite of all: closing waits for it.
        {
            worker.Dispose();
            replies.Dispose();
        }

        process.Dispose();
    }

    private void Receive()
    {
        try
        {
            while (!ended.Task.IsCompleted && worker.Receive() is { } reply)
                receive(reply).AsTask().GetAwaiter().GetResult();
            ended.TrySetResult();
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            ended.TrySetException(error);
        }
    }

    // Whoever holds the pipe open in spite of all must not hold us up.
    private async Task StopWaitingAsync()
    {
        await Task.Delay(Patience);
        ended.TrySetResult();
    }
}
