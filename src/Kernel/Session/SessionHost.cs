using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;
using Notebooks.Jupyter.Language;
using Notebooks.Packages;
using Notebooks.Sessions;
using Notebooks.Sessions.Compiling;
using Notebooks.Sessions.Messages;

namespace Notebooks.Jupyter.Session;

/// <summary>The process in which the cells run, from inside: it obeys the lines that the kernel sends.</summary>
public sealed class SessionHost : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly CSharpSession session;
    private readonly LanguageServices language;
    private readonly OutputQueue output;
    private readonly Lock gate = new();
    private bool isPreparing;
    private CancellationTokenSource? running;
    private TaskCompletionSource<string?>? answer;

    private SessionHost(OutputQueue output)
    {
        this.output = output;
        var compiler = new CellCompiler(Environment.CurrentDirectory);
        session = new CSharpSession(Environment.CurrentDirectory, compiler)
        {
            AlwaysPlainText = true,
            Input = Ask,
            PackageRestore = new SdkRestore(Environment.CurrentDirectory),
        };
        language = new LanguageServices(() => compiler.Scope, () => session.MagicCommands);
    }

    /// <summary>Serves the kernel until it goes away.</summary>
    /// <param name="inputHandle">The inherited pipe to read from.</param>
    /// <param name="outputHandle">The inherited pipe to write to.</param>
    public static int Run(string inputHandle, string outputHandle)
    {
        // Stopping a cell takes threads at once, also when the cell has taken those that there are.
        ThreadPool.SetMinThreads(32, 32);
        // Ctrl+C in a terminal reaches every process in it: what it means is the kernel's business.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        using var input = new AnonymousPipeClientStream(PipeDirection.In, inputHandle);
        using var pipe = new AnonymousPipeClientStream(PipeDirection.Out, outputHandle);
        var output = new OutputQueue(pipe);
        new Thread(() => WriteAll(output)) { IsBackground = true, Name = "output" }.Start();
        using var lines = new StreamReader(input, Encoding.UTF8);
        using var host = new SessionHost(output);
        host.Obey(lines);
        return 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        language.Dispose();
        session.Dispose();
        running?.Dispose();
    }

    private static void WriteAll(OutputQueue output)
    {
        try
        {
            output.WriteAll();
        }
        catch (IOException)
        {
            // The kernel is gone: so are we, whatever the cell is doing.
            Environment.Exit(0);
        }
    }

    private void Obey(StreamReader lines)
    {
        _ = Task.Run(() => session.ExecuteAsync(new CellRequest("0", "start", 0), _ => { }, CancellationToken.None));
        while (lines.ReadLine() is { } line)
        {
            var request = JsonNode.Parse(line)!.AsObject();
            switch (request["do"]!.GetValue<string>())
            {
                case "execute":
                    running = new CancellationTokenSource();
                    _ = Task.Run(() => ExecuteAsync(request, running));
                    break;
                case "complete" or "inspect" or "is_complete":
                    _ = Task.Run(() => HelpAsync(request));
                    break;
                case "interrupt":
                    Interrupt();
                    break;
                case "input":
                    answer?.TrySetResult(request["text"]?.GetValue<string>());
                    break;
            }
        }

        // The kernel is gone: so are we, whatever the cell is doing.
        Environment.Exit(0);
    }

    private void Interrupt()
    {
        lock (gate)
        {
            if (running is null)
                return;
            output.IsStopping = true;
            running.Cancel();
        }
    }

    private async Task ExecuteAsync(JsonObject request, CancellationTokenSource stop)
    {
        var cell = new CellRequest(request.Text("code"), request.Text("notebook"), request["cell"]!.GetValue<int>());
        var result = await session.ExecuteAsync(cell, e => output.AddOutput(Lines.From(e)), stop.Token);
        var reply = Lines.From(result);
        if (result.Succeeded && request["expressions"] is JsonObject { Count: > 0 } expressions)
            reply["expressions"] = await EvaluateAsync(cell, expressions, stop.Token);
        lock (gate)
        {
            running = null;
            output.IsStopping = false;
            stop.Dispose();
        }

        reply["id"] = request["id"]!.GetValue<int>();
        output.AddAnswer(reply);
        await PrepareHelpAsync();
    }

    /// <summary>Between two cells there is time to prepare for the person who types the next one.</summary>
    private async Task PrepareHelpAsync()
    {
        await Task.Delay(Pause);
        if (running is null && Interlocked.Exchange(ref isPreparing, true) is false)
        {
            await language.PrepareAsync();
            isPreparing = false;
        }
    }

    /// <summary>Helps whoever types; a mistake of ours there is no answer, not the end.</summary>
    private async Task HelpAsync(JsonObject request)
    {
        JsonObject reply;
        try
        {
            var (code, cursor) = (request.Text("code"), request["cursor"]?.GetValue<int>() ?? 0);
            reply = request.Text("do") switch
            {
                "complete" => Lines.From(await language.CompleteAsync(code, cursor)),
                "inspect" => Lines.From(await language.InspectAsync(code, cursor)),
                _ => Lines.From(CodeCompleteness.Of(code)),
            };
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            reply = new JsonObject { ["failure"] = $"{error.GetType().Name}: {error.Message}" };
        }

        reply["id"] = request["id"]!.GetValue<int>();
        output.AddAnswer(reply);
    }

    private async Task<JsonObject> EvaluateAsync(CellRequest cell, JsonObject expressions, CancellationToken cancellationToken)
    {
        var values = new JsonObject();
        foreach (var (name, code) in expressions)
        {
            var expression = cell with { Code = code?.ToString() ?? "" };
            MimeBundle? value = null;
            var evaluated = Lines.From(
                await session.ExecuteAsync(
                    expression, happened => value = (happened as SessionEvent.Value)?.Data ?? value, cancellationToken));
            evaluated["value"] = value?.ToJson();
            values[name] = evaluated;
        }

        return values;
    }

    private string? Ask(InputRequest request)
    {
        answer = new TaskCompletionSource<string?>();
        output.AddAnswer(new JsonObject { ["event"] = "ask", ["prompt"] = request.Prompt, ["password"] = request.IsPassword });
        var text = answer.Task.GetAwaiter().GetResult();
        return text
            ?? throw new InvalidOperationException("The cell asks for input, but this front end does not take any (allow_stdin is false).");
    }
}
