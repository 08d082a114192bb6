namespace Microsoft.DotNet.Interactive;

/// <summary>The cell that is running: what it shows goes through here.</summary>
public sealed class KernelInvocationContext : IDisposable
{
    private static readonly AsyncLocal<KernelInvocationContext?> CurrentContext = new();
    private static volatile bool anyStopped;
    private readonly ICellSink sink;

    private KernelInvocationContext(ICellSink sink, CancellationToken cancellationToken)
    {
        this.sink = sink;
        CancellationToken = cancellationToken;
        cancellationToken.UnsafeRegister(static _ => anyStopped = true, null);
    }

    /// <summary>The cell on whose behalf this code runs, on any thread that it started; null outside of cells.</summary>
    public static KernelInvocationContext? Current => CurrentContext.Value;

    /// <summary>Requested when the cell is to stop.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>Whether the cell has ended; what is shown after that is dropped.</summary>
    public bool IsComplete { get; private set; }

    internal bool AlwaysPlainText => sink.AlwaysPlainText;

    /// <summary>Does nothing, unless the running cell is to stop: what the engine writes into each loop of a cell.</summary>
    /// <exception cref="OperationCanceledException">The cell is to stop.</exception>
    public static void ThrowIfStopped()
    {
        // Nearly free as long as no cell was ever stopped; only then does it matter which cell this is.
        if (anyStopped)
            Current?.CancellationToken.ThrowIfCancellationRequested();
    }

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
        if (MayPublish())
            sink.Display(values, displayId);
    }

    internal void PublishUpdate(IReadOnlyList<FormattedValue> values, string displayId)
    {
        if (MayPublish())
            sink.Update(values, displayId);
    }

    internal void PublishText(string stream, string text)
    {
        if (MayPublish())
            sink.Write(stream, text);
    }

    internal void PublishClear(bool wait)
    {
        if (MayPublish())
            sink.Clear(wait);
    }

    internal string? ReadLine(string prompt, bool isPassword) => sink.ReadLine(prompt, isPassword);

    // A library's long loop, which has no checks of its own, is stopped where it shows something.
    private bool MayPublish()
    {
        if (!IsComplete)
            CancellationToken.ThrowIfCancellationRequested();
        return !IsComplete;
    }
}
