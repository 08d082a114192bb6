using Notebooks.Sessions;

namespace Notebooks.Tests.Sessions;

/// <summary>A session that remembers what its cells emit.</summary>
internal sealed class TestSession(string? folder = null) : IDisposable
{
    private int cells;

    public CSharpSession Session { get; } = new(folder ?? Path.GetTempPath());

    public async Task<TestRun> Run(string code, CancellationToken cancellationToken = default)
    {
        List<SessionEvent> events = [];
        var result = await Session.ExecuteAsync(new CellRequest(code, "test.ipynb", ++cells), events.Add, cancellationToken);
        return new TestRun(result, events);
    }

    public static string Show(SessionEvent sessionEvent) => sessionEvent switch
    {
        SessionEvent.Text text => $"{text.Name}:{text.Content}",
        SessionEvent.Display display => $"display:{display.Data.Data.First().Value}",
        SessionEvent.UpdateDisplay update => $"update:{update.Data.Data.First().Value}",
        _ => sessionEvent.ToString(),
    };

    public void Dispose() => Session.Dispose();
}

/// <summary>What one cell did.</summary>
internal sealed record TestRun(CellResult Result, IReadOnlyList<SessionEvent> Events)
{
    public string? Text => Result.Value?.Data.GetValueOrDefault("text/plain")?.ToString();

    public string? Html => Result.Value?.Data.GetValueOrDefault("text/html")?.ToString();

    public CellError Error => Result.Error ?? throw new InvalidOperationException("The cell succeeded.");
}
