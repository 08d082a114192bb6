using System.Numerics;
using NeuralNets.Data;
using NeuralNets.Scratch.Optimizers;
using NeuralNets.Scratch.Perceptrons;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralNets.Training;

/// <summary>A network, an optimizer and a loss of torch's in the plain library's words, or null where it has no word for them.</summary>
public static class Translation
{
    /// <summary>The same network in plain C#, with a copy of the weights.</summary>
    /// <typeparam name="T">The precision of its weights, single or double.</typeparam>
    /// <param name="net">Linear layers with a bias, each with ReLU, tanh, sigmoid or nothing behind it, on the processor.</param>
    /// <exception cref="ArgumentException">It is another kind of network, or of another precision.</exception>
    public static Perceptron<T> ToPlain<T>(this Sequential net)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(net);
        return Of<T>(net) ?? throw new ArgumentException(
            $"Found the layers {string.Join(", ", net.children().Select(layer => layer.GetName()))} in "
            + $"{net.parameters().FirstOrDefault()?.dtype}. Expected linear layers with a bias, ReLU, tanh and sigmoid in "
            + $"{TensorNumbers.TypeOf<T>()}, on the processor.", nameof(net));
    }

    /// <summary>Linear layers with a bias, each with an activation behind it or none, of the precision <typeparamref name="T"/>.</summary>
    internal static Perceptron<T>? Of<T>(Sequential net)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var parameters = net.parameters().ToArray();
        if (net.GetType() != typeof(Sequential) || LayersOf(net) is not { Count: > 0 } layers || !parameters.All(IsPlain<T>))
            return null;
        var plain = new Perceptron<T>(layers);
        if (parameters.Sum(p => p.numel()) != plain.ParameterCount)
            return null; // A layer stands at two places, or a parameter at none.
        parameters.SelectMany(p => p.Numbers<T>()).ToArray().CopyTo(plain.Parameters);
        return plain;
    }

    /// <summary>An optimizer that treats all parameters of a network alike.</summary>
    internal static Optimizer<T>? Of<T>(optim.Optimizer optimizer, Sequential net)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (optimizer.ParamGroups.ToArray() is not [ParamGroup group] || group.Parameters.Count() != net.parameters().Count())
            return null;
        var lr = group.LearningRate;
        return group.Options switch
        {
            SGD.Options { dampening: 0 or null, nesterov: not true, maximize: not true } o =>
                new Sgd<T>(lr, o.momentum ?? 0, o.weight_decay ?? 0),
            RMSProp.Options { momentum: 0 or null, centered: not true, maximize: not true, alpha: { } alpha, eps: { } eps } o =>
                new RmsProp<T>(lr, alpha, eps, o.weight_decay ?? 0),
            Adam.Options { amsgrad: not true, maximize: not true, beta1: { } b1, beta2: { } b2, eps: { } eps } o =>
                new Adam<T>(lr, b1, b2, eps, o.weight_decay ?? 0),
            AdamW.Options { amsgrad: not true, maximize: not true, beta1: { } b1, beta2: { } b2, eps: { } eps } o =>
                new AdamW<T>(lr, b1, b2, eps, o.weight_decay ?? 0),
            _ => null,
        };
    }

    /// <summary>A mean over the samples.</summary>
    internal static Loss? Of(nn.Module<Tensor, Tensor, Tensor> loss) => loss switch
    {
        MSELoss { reduction: nn.Reduction.Mean } => Loss.MeanSquaredError,
        L1Loss { reduction: nn.Reduction.Mean } => Loss.MeanAbsoluteError,
        HuberLoss { reduction: nn.Reduction.Mean, delta: > 0 } huber => Loss.Huber(huber.delta),
        SmoothL1Loss { reduction: nn.Reduction.Mean, beta: > 0 } smooth => Loss.SmoothL1(smooth.beta),
        _ => null,
    };

    private static List<Layer>? LayersOf(Sequential net)
    {
        var layers = new List<Layer>();
        for (var i = 0; i < net.Count; i++)
        {
            if (net[i] is Linear { bias: not null } linear)
                layers.Add(new((int)linear.in_features, (int)linear.out_features, Activation.Identity));
            else if (layers is [.., { Activation: Activation.Identity } last] && ActivationOf(net[i]) is { } activation)
                layers[^1] = last with { Activation = activation };
            else
                return null;
        }

        return layers;
    }

    private static Activation? ActivationOf(object module) => module switch
    {
        ReLU => Activation.Relu,
        Tanh => Activation.Tanh,
        Sigmoid => Activation.Sigmoid,
        _ => null,
    };

    /// <summary>Learns, in the precision <typeparamref name="T"/> and on the processor.</summary>
    private static bool IsPlain<T>(Parameter parameter) =>
        parameter.requires_grad && parameter.dtype == TensorNumbers.TypeOf<T>() && parameter.device_type == TorchSharp.DeviceType.CPU;
}
