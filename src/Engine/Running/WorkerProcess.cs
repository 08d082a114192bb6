using System.Diagnostics;
using System.IO.Pipes;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Notebooks.Platform;
using Notebooks.Sessions.Messages;

namespace Notebooks.Running;

/// <summary>
/// A process of this same program that executes the cells of one notebook. The two talk over pipes of their own, so that
/// nothing a cell prints can get between.
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

    private readonly Process process;
    private readonly StreamWriter requests;
    private readonly StreamReader replies;
    private readonly Channel<JsonObject> received = Channel.CreateBounded<JsonObject>(1000);
    private readonly NativeOutput native = new();

    private WorkerProcess(Process process, Stream requests, Stream replies)
    {
        this.process = process;
        this.requests = new StreamWriter(requests);
        this.replies = new StreamReader(replies);
        native.Listen(process);
        process.StandardInput.Close();
        process.Exited += (_, _) => _ = StopWaitingAsync();
        process.EnableRaisingEvents = true;
        new Thread(Receive) { IsBackground = true, Name = "worker replies" }.Start();
    }

    /// <summary>What native code printed since the last call.</summary>
    public IReadOnlyList<string> TakeNativeOutput() => native.Take();

    /// <summary>Starts a worker whose session works in this folder.</summary>
    public static WorkerProcess Start(string folder)
    {
        lock (OneStartAtATime)
        {
            var requests = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
            var replies = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
            var start = ThisProgram.StartInfo("worker", requests.GetClientHandleAsString(), replies.GetClientHandleAsString());
            start.WorkingDirectory = folder;
            start.Environment.TryAdd("GLIBC_TUNABLES", Allocator);
            start.RedirectStandardInput = true;
            start.RedirectStandardOutput = true;
            start.RedirectStandardError = true;
            try
            {
                return new WorkerProcess(Process.Start(start)!, requests, replies);
            }
            finally
            {
                requests.DisposeLocalCopyOfClientHandle();
                replies.DisposeLocalCopyOfClientHandle();
            }
        }
    }

    /// <summary>Sends a message; a worker that is gone shows in <see cref="NextAsync"/>.</summary>
    public void Send(JsonObject message)
    {
        try
        {
            requests.WriteLine(message.ToJsonString());
            requests.Flush();
        }
        catch (IOException)
        {
        }
    }

    /// <summary>The next message, or null when the process has ended.</summary>
    public async Task<JsonObject?> NextAsync(CancellationToken cancellationToken) =>
        await received.Reader.WaitToReadAsync(cancellationToken) && received.Reader.TryRead(out var message) ? message : null;

    /// <summary>How the process ended, for the cell that ended it.</summary>
    public async Task<CellError> HowItEndedAsync()
    {
        Kill();
        using var enough = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(enough.Token).ContinueWith(_ => { }, TaskScheduler.Default); // Its last words, if they come.
        return ProcessEnd.Describe(process.ExitCode, native.Take());
    }

    /// <summary>Ends the process and all that it started.</summary>
    public void Kill()
    {
        try
        {
            if (!process.WaitForExit(0))
                process.Kill(entireProcessTree: true);
        }
        catch (Exception error) when (error is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It ended by itself in the meantime.
        }
    }

    /// <summary>Lets the process end, and ends it if it does not.</summary>
    public void Dispose()
    {
        try
        {
            requests.Dispose();
        }
        catch (IOException)
        {
            // It ended before.
        }

        received.Writer.TryComplete();
        if (!process.WaitForExit(Patience))
            Kill();
        process.WaitForExit(Patience);
        replies.Dispose();
        process.Dispose();
    }

    private void Receive()
    {
        try
        {
            while (replies.ReadLine() is { } line)
                received.Writer.WriteAsync(WorkerMessage.Parse(line)).AsTask().Wait();
        }
        catch (Exception error)
            when (error is IOException or System.Text.Json.JsonException or ObjectDisposedException or AggregateException)
        {
            // The process ended in the middle of a line, or nobody listens any more.
        }

        received.Writer.TryComplete();
    }

    // A process that the cell left behind may hold the pipe open for ever.
    private async Task StopWaitingAsync()
    {
        await Task.Delay(Patience);
        received.Writer.TryComplete();
    }
}
