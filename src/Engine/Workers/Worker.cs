using System.Diagnostics;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using Notebooks.Packages;
using Notebooks.Sessions;
using Notebooks.Sessions.Messages;
using Notebooks.Workers.Messages;

namespace Notebooks.Workers;

/// <summary>
/// The far end of <see cref="WorkerSession"/>: one session in a process of its own, so that whatever a cell does to its
/// process it does to this one. It ends when the engine closes the pipe or is gone.
/// </summary>
/// <remarks>
/// Nobody watches the cells of an unattended worker: all that is ever seen is what they leave. Libraries may ask for that by
/// the switch <c>Notebooks.NobodyWatches</c> of <see cref="AppContext"/>, and draw nothing that is replaced later anyway.
/// </remarks>
public sealed class Worker : IDisposable
{
    /// <summary>The argument of a worker for a person at a front end, who is asked and who interrupts cells.</summary>
    public const string Interactive = "interactive";

    /// <summary>The argument of a worker for notebooks that run by themselves.</summary>
    public const string Unattended = "unattended";

    private readonly MessagePipe<WorkerRequest, WorkerReply> engine;
    private readonly EngineCompiler compiler;
    private readonly CSharpSession session;
    private readonly CellProcesses started = CellProcesses.OfThisWorker();
    private readonly Lock gate = new();
    private CancellationTokenSource? running;
    private TaskCompletionSource<string?>? answer;

    private Worker(MessagePipe<WorkerRequest, WorkerReply> engine, bool isInteractive)
    {
        this.engine = engine;
        compiler = new EngineCompiler(engine.Send);
        var folder = Environment.CurrentDirectory;
        session = new CSharpSession(folder, compiler)
        {
            AlwaysPlainText = isInteractive,
            ShowsRestoreProgress = isInteractive, // What is saved must be the same in every run.
            ShownLate = cell => engine.Send(new WorkerReply.WroteLate(cell)),
            Input = isInteractive ? Ask : null,
            TextDelay = isInteractive ? TimeSpan.FromMilliseconds(20) : TimeSpan.Zero,
            PackageRestore = new ReportedRestore(new SdkRestore(folder), state => engine.Send(new WorkerReply.Restoring(state))),
        };
    }

    /// <summary>Executes the cells that the engine sends until it sends no more.</summary>
    /// <param name="kind"><see cref="Interactive"/> or <see cref="Unattended"/>.</param>
    /// <param name="requestHandle">The pipe that requests come from.</param>
    /// <param name="replyHandle">The pipe that replies go to.</param>
    public static int Run(string kind, string requestHandle, string replyHandle)
    {
        // Stopping a cell takes threads at once, also when the cell has taken those that there are.
        if (kind == Interactive)
            ThreadPool.SetMinThreads(32, 32);
        else
            AppContext.SetSwitch("Notebooks.NobodyWatches", true);
        // Ctrl+C in a terminal, or its end, reaches every process in it: what it means is the engine's business.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Ignore);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Ignore);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Ignore);
        WorkerJob.Enter();
        using var requests = new AnonymousPipeClientStream(PipeDirection.In, requestHandle);
        using var replies = new AnonymousPipeClientStream(PipeDirection.Out, replyHandle);
        PrivateHandle.Keep(requests.SafePipeHandle);
        PrivateHandle.Keep(replies.SafePipeHandle);
        using var engine = new MessagePipe<WorkerRequest, WorkerReply>(
            requests, replies, MessageJson.Default.WorkerRequest, MessageJson.Default.WorkerReply);
        using var worker = new Worker(engine, kind == Interactive);
        worker.Serve();
        return 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        session.Dispose();
        running?.Dispose();
    }

    private static void Ignore(PosixSignalContext signal) => signal.Cancel = true;

    private void Serve()
    {
        engine.Send(new WorkerReply.Ready());
        while (engine.Receive() is { } request)
            Obey(request);
        // The engine is done with us, or gone: then nobody else ends what the cells have started.
        started.End();
        lock (gate)
        {
            if (running is not null)
                Process.GetCurrentProcess().Kill(); // The engine is gone, the cell may never end: nothing else stops it for sure.
        }
    }

    private void Obey(WorkerRequest request)
    {
        switch (request)
        {
            case WorkerRequest.Execute execute:
                Execute(execute);
                break;
            case WorkerRequest.Compiled compiled:
                compiler.Answer(compiled);
                break;
            case WorkerRequest.Interrupt:
                lock (gate)
                    running?.Cancel();
                break;
            case WorkerRequest.Answer given:
                lock (gate)
                    answer?.TrySetResult(given.Text);
                break;
            case WorkerRequest.ListMagicCommands:
                _ = Task.Run(() => engine.Send(new WorkerReply.MagicCommands(session.MagicCommands)));
                break;
        }
    }

    private void Execute(WorkerRequest.Execute request)
    {
        var stop = new CancellationTokenSource();
        lock (gate)
            running = stop;
        compiler.Expect(request.Ahead);
        _ = Task.Run(() => ExecuteAsync(request.Cell, stop));
    }

    private async Task ExecuteAsync(CellRequest cell, CancellationTokenSource stop)
    {
        var result = await session.ExecuteAsync(cell, emitted => engine.Send(new WorkerReply.Emit(emitted)), stop.Token);
        lock (gate)
        {
            running = null;
            stop.Dispose();
        }

        engine.Send(new WorkerReply.Ended(result));
    }

    private string? Ask(InputRequest request)
    {
        var asked = new TaskCompletionSource<string?>();
        lock (gate)
            answer = asked;
        engine.Send(new WorkerReply.Ask(request));
        return asked.Task.GetAwaiter().GetResult()
            ?? throw new InvalidOperationException("The cell asks for input, but this front end does not take any (allow_stdin is false).");
    }
}
