namespace TorchSharp;

/// <summary>A place in the graph of what was computed from what, through which derivatives flow back.</summary>
internal abstract class Node
{
    private static long made;

    private bool owns;

    /// <summary>Its place in the order in which all were made: what goes into it has a lower number.</summary>
    public long Number { get; } = Interlocked.Increment(ref made);

    /// <summary>What the places before it are; null for one from which nothing is wanted.</summary>
    public abstract IReadOnlyList<Node?> Inputs { get; }

    /// <summary>The derivatives that have come here so far.</summary>
    protected double[]? Pulled { get; private set; }

    /// <summary>The walk back that came by last.</summary>
    internal long Walk { get; set; }

    /// <summary>Adds derivatives; they may be shared with others, and are not changed.</summary>
    public void Add(double[] slopes)
    {
        if (Pulled is null)
        {
            (Pulled, owns) = (slopes, false);
            return;
        }

        if (!owns)
            (Pulled, owns) = ((double[])Pulled.Clone(), true);
        for (var i = 0; i < slopes.Length; i++)
            Pulled[i] += slopes[i];
    }

    /// <summary>Hands what has come here on.</summary>
    /// <param name="keepsGraph">True if there may be another walk back through the same graph.</param>
    public void PassOn(bool keepsGraph)
    {
        if (Pulled is { } slopes)
            PassOn(slopes, keepsGraph);
        Pulled = null;
    }

    protected abstract void PassOn(double[] slopes, bool keepsGraph);
}
