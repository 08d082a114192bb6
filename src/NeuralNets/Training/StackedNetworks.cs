using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralNets.Training;

/// <summary>
/// Several networks of one architecture computed at once: each of their layers is one tensor with a slice per network.
/// At the chapter's sizes a step of twenty networks takes little longer than a step of one.
/// </summary>
/// <remarks>
/// Every number belongs to one network, so the sum of their losses gives each network its own gradient, and an optimizer
/// that treats every number by itself (SGD, RMSprop, Adam) trains each as if it were alone.
/// </remarks>
public sealed class StackedNetworks : nn.Module<Tensor, Tensor>
{
    private readonly List<Parameter> weights = [];
    private readonly List<Func<Tensor, Tensor>> layers = [];

    /// <summary>Stacks copies of networks; training the stack does not change the networks themselves.</summary>
    /// <param name="nets">K networks with the same layers: linear ones with a bias, and layers without parameters such as activations.</param>
    /// <exception cref="ArgumentException">There is no network, two differ, or a layer cannot be stacked.</exception>
    public StackedNetworks(IReadOnlyList<Sequential> nets)
        : base(nameof(StackedNetworks))
    {
        ArgumentNullException.ThrowIfNull(nets);
        if (nets.Count == 0)
            throw new ArgumentException("There is no network; a stack needs at least 1.", nameof(nets));

        Count = nets.Count;
        var architectures = nets.Select(net => string.Join(", ", net.children().Select(Describe))).Distinct().ToArray();
        if (architectures.Length > 1)
            throw new ArgumentException($"One network is ({architectures[0]}), another ({architectures[1]}); a stack needs one architecture.", nameof(nets));
        foreach (var layer in Enumerable.Range(0, nets[0].Count).Select(i => nets.Select(net => net.children().ElementAt(i)).ToArray()))
            layers.Add(Stack(layer));
    }

    /// <summary>How many networks are stacked, K.</summary>
    public int Count { get; }

    /// <summary>What each network predicts.</summary>
    /// <param name="input">Features for all networks, shape [n, features], or for each its own, shape [K, n, features].</param>
    /// <returns>Shape [K, n, outputs].</returns>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var first = input.dim() == 3 ? input : input.expand(Count, input.shape[0], input.shape[1]);
        return layers.Aggregate(first, (signal, layer) => layer(signal));
    }

    private static string Describe(nn.Module layer) => layer is Linear linear
        ? $"Linear {linear.in_features}→{linear.out_features}{(linear.bias is null ? " without bias" : "")}"
        : layer.GetName();

    private Func<Tensor, Tensor> Stack(nn.Module[] layer)
    {
        if (layer is [nn.Module<Tensor, Tensor> activation, ..] && !activation.parameters().Any())
            return activation.forward;
        if (layer is not [Linear { bias: not null }, ..])
            throw new ArgumentException($"Found a layer {Describe(layer[0])}. A stack takes linear layers with a bias and layers without parameters.", nameof(layer));

        var linear = layer.Cast<Linear>().ToArray();
        weights.Add(Slices(linear.Select(net => net.weight!.detach().t())));
        weights.Add(Slices(linear.Select(net => net.bias!.detach().unsqueeze(0))));
        var (weight, bias) = (weights[^2], weights[^1]);
        register_parameter($"weight{weights.Count / 2}", weight);
        register_parameter($"bias{weights.Count / 2}", bias);
        return signal => signal.bmm(weight) + bias;
    }

    private static Parameter Slices(IEnumerable<Tensor> slices)
    {
        using var scope = NewDisposeScope();
        return new Parameter(stack(slices).contiguous().DetachFromDisposeScope());
    }
}
