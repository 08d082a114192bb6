namespace Notebooks.Jupyter.Protocol.Messages;

/// <summary>Remembers the latest signatures: a message that comes a second time is somebody's replay.</summary>
internal sealed class ReplayGuard
{
    private const int Remembered = 1 << 16;

    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();
    private readonly Lock gate = new();

    /// <summary>True if a signature comes for the first time.</summary>
    /// <param name="signature">The signature of a message that is genuine.</param>
    public bool IsNew(ReadOnlySpan<byte> signature)
    {
        var text = System.Text.Encoding.ASCII.GetString(signature);
        lock (gate)
        {
            if (!seen.Add(text))
                return false;
            order.Enqueue(text);
            if (order.Count > Remembered)
                seen.Remove(order.Dequeue());
            return true;
        }
    }
}
