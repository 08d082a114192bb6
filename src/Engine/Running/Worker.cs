using System.Diagnostics;
using System.IO.Pipes;
using System.Text.Json.Nodes;
using Notebooks.Packages;
using Notebooks.Sessions;

namespace Notebooks.Running;

/// <summary>
/// The far end of <see cref="WorkerProcess"/>: one session in a process of its own, so that whatever a cell does to its
/// process it does to this one. It ends when the engine closes the pipe or is gone.
/// </summary>
/// <remarks>
/// Nobody watches a cell here: all that is ever seen is what it leaves. Libraries may ask for that by the switch
/// <c>Notebooks.NobodyWatches</c> of <see cref="AppContext"/>, and draw nothing that is replaced later anyway.
/// </remarks>
public static class Worker
{
    /// <summary>Executes the cells that the engine sends until it sends no more.</summary>
    /// <param name="requestHandle">The pipe that cells come from.</param>
    /// <param name="replyHandle">The pipe that events and results go to.</param>
    public static int Run(string requestHandle, string replyHandle)
    {
        AppContext.SetSwitch("Notebooks.NobodyWatches", true);
        using var requests = new StreamReader(new AnonymousPipeClientStream(PipeDirection.In, requestHandle));
        using var replies = new StreamWriter(new AnonymousPipeClientStream(PipeDirection.Out, replyHandle));
        var oneAtATime = new Lock();
        void Reply(JsonObject message)
        {
            lock (oneAtATime)
            {
                replies.WriteLine(message.ToJsonString());
                replies.Flush();
            }
        }

        var compiler = new EngineCompiler(Reply);
        var folder = Environment.CurrentDirectory;
        using var session = new CSharpSession(folder, compiler)
        {
            TextDelay = TimeSpan.Zero,
            PackageRestore = new ReportedRestore(new SdkRestore(folder), state => Reply(WorkerMessage.Restoring(state))),
        };
        Reply(WorkerMessage.Ready);
        var running = Task.CompletedTask;
        while (requests.ReadLine() is { } line)
        {
            var message = WorkerMessage.Parse(line);
            if (WorkerMessage.ToCompiledCell(message) is { } compiled)
            {
                compiler.Answer(compiled);
                continue;
            }

            var request = WorkerMessage.ToRequest(message);
            running = Task.Run(async () =>
            {
                var result = await session.ExecuteAsync(request, happened => Reply(WorkerMessage.From(happened)), CancellationToken.None);
                Reply(WorkerMessage.From(result));
            });
        }

        if (!running.IsCompleted)
            Process.GetCurrentProcess().Kill(); // The engine is gone, the cell may never end: nothing else stops it for sure.
        return 0;
    }
}
