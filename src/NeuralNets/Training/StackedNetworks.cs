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
internal sealed class StackedNetworks : nn.Module<Tensor, Tensor>
{
    private readonly List<Parameter> weights = [];
    private readonly List<Func<Tensor, Tensor>> layers = [];

    /// <summary>Stacks copies of K networks; training the stack does not change the networks themselves.</summary>
    /// <exception cref="ArgumentException">There is no network, two differ, or a layer cannot be stacked.</exception>
    public StackedNetworks(IReadOnlyList<Sequential> nets)
        : base(nameof(StackedNetworks))
    {
        if (nets.Count == 0)
            throw new ArgumentException("There is no network; a stack needs at least 1.", nameof(nets));

        Count = nets.Count;
        var architectures = nets.Select(net => string.Join(", ", net.children().Select(Describe))).Distinct().ToArray();
        if (architectures.Length > 1)
            throw new ArgumentException(
                $"One network is ({architectures[0]}), another ({architectures[1]}); a stack needs one architecture.", nameof(nets));
        for (var i = 0; i < nets[0].Count; i++)
            layers.Add(Stack([.. nets.Select(net => net.children().ElementAt(i))]));
    }

    /// <summary>Number of networks, K.</summary>
    public int Count { get; }

    /// <summary>The stack of the networks that are drawn from the seeds 0, 1, …, K − 1.</summary>
    public static StackedNetworks Of(int count, Func<int, Sequential> build)
    {
        var nets = Enumerable.Range(0, count).Select(build).ToArray();
        var stack = new StackedNetworks(nets);
        foreach (var linear in nets.SelectMany(net => net.children()).OfType<Linear>())
            linear.Dispose(); // The stack goes on with the other layers of the first.
        return stack;
    }

    /// <summary>From features for all networks, [n, features], or for each its own, [K, n, features], to [K, n, outputs].</summary>
    public override Tensor forward(Tensor input)
    {
        // Inside one row per unit, the samples side by side: torch's loops over them are long and without gaps.
        var output = layers.Aggregate(input.mT, (signal, layer) => layer(signal)).mT;
        return output.dim() == 3 ? output : output.expand(Count, output.shape[0], output.shape[1]);
    }

    private static string Describe(nn.Module layer) => layer is Linear linear
        ? $"Linear {linear.in_features}→{linear.out_features}{(linear.bias is null ? " without bias" : "")}"
        : layer.GetName();

    private Func<Tensor, Tensor> Stack(nn.Module[] layer)
    {
        if (layer is [nn.Module<Tensor, Tensor> activation, ..] && !activation.parameters().Any())
        {
            register_module($"layer{layers.Count + 1}", activation); // Training and evaluation mode reach it.
            return signal => activation.forward(signal.mT).mT;
        }

        if (layer is not [Linear { bias: not null }, ..])
            throw new ArgumentException(
                $"Found a layer {Describe(layer[0])}. A stack takes linear layers with a bias and layers without parameters.",
                nameof(layer));

        var linear = layer.Cast<Linear>().ToArray();
        weights.Add(Slices(linear.Select(net => net.weight!.detach())));
        weights.Add(Slices(linear.Select(net => net.bias!.detach().unsqueeze(1))));
        var (weight, bias) = (weights[^2], weights[^1]);
        register_parameter($"weight{weights.Count / 2}", weight);
        register_parameter($"bias{weights.Count / 2}", bias);
        return signal => signal.dim() == 3 ? weight.bmm(signal) + bias : Shared(weight, bias, signal);
    }

    /// <summary>A layer whose input is the same for all networks: one product for the units of all of them.</summary>
    private static Tensor Shared(Tensor weight, Tensor bias, Tensor signal) =>
        bias.flatten(0, 1).addmm(weight.flatten(0, 1), signal).unflatten(0, weight.shape[0], weight.shape[1]);

    private static Parameter Slices(IEnumerable<Tensor> slices)
    {
        using var scope = NewDisposeScope();
        return new Parameter(stack(slices).contiguous().DetachFromDisposeScope());
    }
}
