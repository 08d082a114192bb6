namespace NeuralNets.Scratch.Autograd;

/// <summary>What was computed from what.</summary>
internal static class Graph
{
    /// <summary>A result and all that went into it, each once, everything after its own inputs.</summary>
    /// <remarks>Without recursion: a network of a thousand layers is a graph a thousand steps deep.</remarks>
    public static IReadOnlyList<T> InputsFirst<T>(T result, Func<T, IEnumerable<T>> inputs)
        where T : class
    {
        var (order, seen, open) = (new List<T>(), new HashSet<T>(), new Stack<(T Node, bool InputsDone)>([(result, false)]));
        while (open.TryPop(out var next))
        {
            if (next.InputsDone)
            {
                order.Add(next.Node);
            }
            else if (seen.Add(next.Node))
            {
                open.Push((next.Node, true));
                foreach (var input in inputs(next.Node))
                    open.Push((input, false));
            }
        }

        return order;
    }
}
