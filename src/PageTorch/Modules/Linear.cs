using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x·Wᵀ + b.</summary>
public sealed class Linear : nn.Module<Tensor, Tensor>
{
    private Parameter? ownWeight;
    private Parameter? ownBias;

    /// <summary>Draws the weights and then the bias as libtorch does: evenly within 1/√inputs of 0.</summary>
    internal Linear(long inputs, long outputs, bool hasBias, Device? device, ScalarType? type)
        : base(nameof(Linear))
    {
        var reach = 1 / Math.Sqrt(inputs);
        register_parameter(nameof(weight), Drawn([outputs, inputs]));
        if (hasBias)
            register_parameter(nameof(bias), Drawn([outputs]));

        Parameter Drawn(long[] shape) => new(empty(shape, type, device).uniform_(-reach, reach));
    }

    internal Linear(Parameter weight, Parameter? bias)
        : base(nameof(Linear))
    {
        register_parameter(nameof(weight), weight);
        if (bias is not null)
            register_parameter(nameof(bias), bias);
    }

    public Parameter weight
    {
        get => ownWeight!;
        set => register_parameter(nameof(weight), value);
    }

    public Parameter? bias
    {
        get => ownBias;
        set => register_parameter(nameof(bias), value!);
    }

    public long in_features => weight.shape[1];

    public long out_features => weight.shape[0];

    public override Tensor forward(Tensor input) => Tensor.Linear(input, weight, bias);

    public override void register_parameter(string name, Parameter param)
    {
        base.register_parameter(name, param);
        if (name == nameof(weight))
            ownWeight = param;
        else
            ownBias = param;
    }
}
