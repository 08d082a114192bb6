namespace TorchSharp;

/// <summary>Tensors made in a block, which are disposed of at its end.</summary>
public sealed class DisposeScope : IDisposable
{
    [ThreadStatic]
    private static DisposeScope? current;

    private readonly HashSet<IDisposable> disposables = new(ReferenceEqualityComparer.Instance);

    internal DisposeScope()
    {
        OuterScope = current;
        current = this;
    }

    public int DisposablesCount => disposables.Count;

    internal static DisposeScope? Current => current;

    internal DisposeScope? OuterScope { get; }

    public T MoveToOuter<T>(T disposable)
        where T : IDisposable
    {
        if (disposables.Remove(disposable))
            OuterScope?.Attach(disposable);
        return disposable;
    }

    public T Detach<T>(T disposable)
        where T : IDisposable
    {
        disposables.Remove(disposable);
        return disposable;
    }

    public void Dispose()
    {
        foreach (var disposable in disposables.ToArray())
            disposable.Dispose();
        disposables.Clear();
        if (current == this)
            current = OuterScope;
    }

    internal void Attach(IDisposable disposable) => disposables.Add(disposable);

    internal bool Contains(IDisposable disposable) => disposables.Contains(disposable);
}
