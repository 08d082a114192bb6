using Notebooks.Sessions;
using Notebooks.Sessions.Compiling;
using Notebooks.Sessions.Messages;

namespace Engine.Tests.Sessions;

/// <summary>A session that remembers what its cells emit.</summary>
internal sealed class TestSession : IDisposable
{
    private int cells;

    private readonly CellCompiler compiler;

    public TestSession(string? folder = null)
    {
        compiler = new CellCompiler(folder ?? Path.GetTempPath());
        Session = new CSharpSession(folder ?? Path.GetTempPath(), compiler);
    }

    public CSharpSession Session { get; }

    public SessionScope Scope => compiler.Scope;

    /// <summary>Called with each event as it comes.</summary>
    public Action<SessionEvent>? Seen { get; set; }

    public Task<TestRun> Run(string code) => Execute(code, TestContext.Current.CancellationToken);

    public async Task<TestRun> RunAndStop(string code, int afterMilliseconds = 300)
    {
        using var stop = new CancellationTokenSource(afterMilliseconds);
        return await Execute(code, stop.Token);
    }

    /// <summary>Stops the cell as soon as it shows something.</summary>
    public async Task<TestRun> RunAndStopWhenSeen(string code)
    {
        using var stop = new CancellationTokenSource();
        Seen = _ => stop.Cancel();
        var run = await Execute(code, stop.Token);
        Seen = null;
        return run;
    }

    public static string Show(SessionEvent sessionEvent) => sessionEvent switch
    {
        SessionEvent.Text text => $"{text.Name}:{text.Content}",
        SessionEvent.Value value => $"value:{value.Data.Data.First().Value}",
        SessionEvent.Display display => $"display:{display.Data.Data.First().Value}",
        SessionEvent.UpdateDisplay update => $"update:{update.Data.Data.First().Value}",
        _ => sessionEvent.ToString(),
    };

    public void Dispose() => Session.Dispose();

    private async Task<TestRun> Execute(string code, CancellationToken cancellationToken)
    {
        List<SessionEvent> events = [];
        var result = await Session.ExecuteAsync(new CellRequest(code, "test.ipynb", ++cells), happened =>
        {
            events.Add(happened);
            Seen?.Invoke(happened);
        }, cancellationToken);
        return new TestRun(result, events);
    }
}

/// <summary>What one cell did.</summary>
internal sealed class TestRun(CellResult result, IReadOnlyList<SessionEvent> events)
{
    /// <summary>What it emitted besides its value.</summary>
    public IReadOnlyList<SessionEvent> Events { get; } = [.. events.Where(happened => happened is not SessionEvent.Value)];

    /// <summary>All that it emitted, in order.</summary>
    public IEnumerable<string> All => events.Select(TestSession.Show);

    public IEnumerable<string> Shown => Events.Select(TestSession.Show);

    public MimeBundle? Value => events.OfType<SessionEvent.Value>().LastOrDefault()?.Data;

    public string? Text => Value?.Data.GetValueOrDefault("text/plain")?.ToString();

    public string? Html => Value?.Data.GetValueOrDefault("text/html")?.ToString();

    public CellResult Result => result;

    public CellError Error => Result.Error ?? throw new InvalidOperationException("The cell succeeded.");
}
