using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralNets.Networks;

/// <summary>
/// A recursive network (Goller &amp; Küchler, 1996; Socher et al., 2011): one small net, used at every node of a tree, makes
/// the vector of the node from those of its two children and the operator; the root's vector tells the answer.
/// </summary>
public sealed class TreeNetwork : nn.Module<IReadOnlyList<Expression>, Tensor>
{
    private readonly Embedding _numbers;
    private readonly Linear _combine;
    private readonly Linear _state;
    private readonly Linear _readout;

    /// <summary>Draws the starting values from torch's default generator: build it within <c>Seeds.Build</c>.</summary>
    /// <param name="width">Numbers in the vector of a node.</param>
    /// <param name="hidden">Hidden units of the net that combines two children.</param>
    public TreeNetwork(int width, int hidden)
        : base(nameof(TreeNetwork))
    {
        _numbers = nn.Embedding(Expression.Values, width);
        _combine = nn.Linear((2 * width) + Expression.Operators.Length, hidden);
        _state = nn.Linear(hidden, width);
        _readout = nn.Linear(width, Expression.Values);
        RegisterComponents();
    }

    /// <summary>Evaluates trees; all nodes of one height, in all trees, are computed at once.</summary>
    /// <param name="input">The trees, n of them.</param>
    /// <returns>Shape (n, 5): a score for each value.</returns>
    public override Tensor forward(IReadOnlyList<Expression> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var place = new Dictionary<Expression, long>(ReferenceEqualityComparer.Instance);
        var levels = input.SelectMany(Nodes).Distinct(ReferenceEqualityComparer.Instance).Cast<Expression>().ToLookup(node => node.Depth);
        var device = _readout.weight!.device;
        var states = Place(place, levels[0], _numbers.forward(Index(levels[0].Select(leaf => (long)leaf.Value), device)), before: null);
        for (var depth = 1; depth <= input.Max(tree => tree.Depth); depth++)
        {
            var nodes = levels[depth].Cast<Expression.Operation>().ToList();
            var left = states.index_select(0, Index(nodes.Select(node => place[node.Left]), device));
            var right = states.index_select(0, Index(nodes.Select(node => place[node.Right]), device));
            var sign = nn.functional.one_hot(Index(nodes.Select(node => (long)Expression.Operators.IndexOf(node.Operator, StringComparison.Ordinal)), device), Expression.Operators.Length);
            states = Place(place, nodes, Combine(left, right, sign.to(left.dtype)), states);
        }

        return _readout.forward(states.index_select(0, Index(input.Select(tree => place[tree]), device)));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _numbers.Dispose();
            _combine.Dispose();
            _state.Dispose();
            _readout.Dispose();
        }

        base.Dispose(disposing);
    }

    private Tensor Combine(Tensor left, Tensor right, Tensor sign) =>
        _state.forward(nn.functional.relu(_combine.forward(cat([left, right, sign], 1)))).tanh();

    private static Tensor Place(Dictionary<Expression, long> place, IEnumerable<Expression> nodes, Tensor states, Tensor? before)
    {
        foreach (var node in nodes)
            place[node] = place.Count;
        return before is null ? states : cat([before, states], 0);
    }

    private static Tensor Index(IEnumerable<long> numbers, Device device) => tensor(numbers.ToArray(), int64, device);

    private static IEnumerable<Expression> Nodes(Expression tree) => tree is Expression.Operation node
        ? Nodes(node.Left).Concat(Nodes(node.Right)).Append(node)
        : [tree];
}
