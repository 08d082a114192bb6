namespace Microsoft.DotNet.Interactive;

/// <summary>The cell that is running: what it shows goes through here.</summary>
public sealed class KernelInvocationContext : IDisposable
{
    private static readonly AsyncLocal<KernelInvocationContext?> CurrentContext = new();
    private readonly ICellSink sink;

    private KernelInvocationContext(ICellSink sink, CancellationToken cancellationToken)
    {
        this.sink = sink;
        CancellationToken = cancellationToken;
    }

    /// <summary>The cell on whose behalf this code runs, on any thread that it started; null outside of cells.</summary>
    public static KernelInvocationContext? Current => CurrentContext.Value;

    /// <summary>Requested when the cell is to stop.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>Whether the cell has ended; what is shown after that is dropped.</summary>
    public bool IsComplete { get; private set; }

    internal bool AlwaysPlainText => sink.AlwaysPlainText;

    /// <summary>Ends the cell.</summary>
    public void Dispose()
    {
        IsComplete = true;
        if (CurrentContext.Value == this)
            CurrentContext.Value = null;
    }

    internal static KernelInvocationContext Establish(ICellSink sink, CancellationToken cancellationToken) =>
        CurrentContext.Value = new KernelInvocationContext(sink, cancellationToken);

    internal void PublishDisplay(IReadOnlyList<FormattedValue> values, string displayId)
    {
        if (!IsComplete)
            sink.Display(values, displayId);
    }

    internal void PublishUpdate(IReadOnlyList<FormattedValue> values, string displayId)
    {
        if (!IsComplete)
            sink.Update(values, displayId);
    }

    internal void PublishText(string stream, string text)
    {
        if (!IsComplete)
            sink.Write(stream, text);
    }

    internal void PublishClear(bool wait)
    {
        if (!IsComplete)
            sink.Clear(wait);
    }

    internal string? ReadLine(string prompt, bool isPassword) => sink.ReadLine(prompt, isPassword);
}
