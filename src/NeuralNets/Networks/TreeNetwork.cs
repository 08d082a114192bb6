using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralNets.Networks;

/// <summary>
/// A recursive network (Goller &amp; Küchler, 1996; Socher et al., 2011): one small net, used at every node of a tree, makes
/// the vector of the node from those of its two children and the operator; the root's vector tells the answer.
/// </summary>
public sealed class TreeNetwork : nn.Module<IReadOnlyList<ClockExpression>, Tensor>
{
    private readonly Embedding numbers;
    private readonly Linear combine;
    private readonly Linear state;
    private readonly Linear readout;

    /// <summary>Draws the starting values from torch's default generator: build it within <c>Seeds.Build</c>.</summary>
    /// <param name="width">Numbers in the vector of a node.</param>
    /// <param name="hidden">Hidden units of the net that combines two children.</param>
    public TreeNetwork(int width, int hidden)
        : base(nameof(TreeNetwork))
    {
        numbers = nn.Embedding(ClockExpression.Values, width);
        combine = nn.Linear((2 * width) + ClockExpression.Operators.Length, hidden);
        state = nn.Linear(hidden, width);
        readout = nn.Linear(width, ClockExpression.Values);
        RegisterComponents();
    }

    /// <summary>Evaluates trees; all nodes of one height, in all trees, are computed at once.</summary>
    /// <param name="input">The trees, n of them.</param>
    /// <returns>Shape (n, 5): a score for each value.</returns>
    public override Tensor forward(IReadOnlyList<ClockExpression> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var place = new Dictionary<ClockExpression, long>(ReferenceEqualityComparer.Instance);
        var all = input.SelectMany(Nodes).Distinct(ReferenceEqualityComparer.Instance).Cast<ClockExpression>();
        var levels = all.ToLookup(node => node.Depth);
        var device = readout.weight!.device;
        var leaves = numbers.forward(Index(levels[0].Select(leaf => (long)leaf.Value), device));
        var states = Place(place, levels[0], leaves, before: null);
        for (var depth = 1; depth <= input.Max(tree => tree.Depth); depth++)
        {
            var nodes = levels[depth].Cast<ClockExpression.Operation>().ToList();
            var left = states.index_select(0, Index(nodes.Select(node => place[node.Left]), device));
            var right = states.index_select(0, Index(nodes.Select(node => place[node.Right]), device));
            var signs = nodes.Select(node => (long)ClockExpression.Operators.IndexOf(node.Operator, StringComparison.Ordinal));
            var sign = nn.functional.one_hot(Index(signs, device), ClockExpression.Operators.Length);
            states = Place(place, nodes, Combine(left, right, sign.to(left.dtype)), states);
        }

        return readout.forward(states.index_select(0, Index(input.Select(tree => place[tree]), device)));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            numbers.Dispose();
            combine.Dispose();
            state.Dispose();
            readout.Dispose();
        }

        base.Dispose(disposing);
    }

    private Tensor Combine(Tensor left, Tensor right, Tensor sign) =>
        state.forward(nn.functional.relu(combine.forward(cat([left, right, sign], 1)))).tanh();

    private static Tensor Place(Dictionary<ClockExpression, long> place, IEnumerable<ClockExpression> nodes, Tensor states, Tensor? before)
    {
        foreach (var node in nodes)
            place[node] = place.Count;
        return before is null ? states : cat([before, states], 0);
    }

    private static Tensor Index(IEnumerable<long> numbers, Device device) => tensor(numbers.ToArray(), int64, device);

    private static IEnumerable<ClockExpression> Nodes(ClockExpression tree) => tree is ClockExpression.Operation node
        ? Nodes(node.Left).Concat(Nodes(node.Right)).Append(node)
        : [tree];
}
