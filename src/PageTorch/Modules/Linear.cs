using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Linear Linear(
                long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, outputSize, hasBias, device, dtype);

            public static Linear Linear(Parameter weight, Parameter? bias = null) => new(weight, bias);
        }
    }
}

namespace TorchSharp.Modules
{
    using static torch;

    /// <summary>x·Wᵀ + b.</summary>
    public sealed class Linear : nn.Module<Tensor, Tensor>
    {
        /// <summary>Draws the weights and then the bias as libtorch does: evenly within 1/√inputs of 0.</summary>
        internal Linear(long inputs, long outputs, bool hasBias, Device? device, ScalarType? type)
            : base(nameof(Linear))
        {
            var reach = 1 / Math.Sqrt(inputs);
            Register("weight", Drawn([outputs, inputs]));
            if (hasBias)
                Register("bias", Drawn([outputs]));

            Parameter Drawn(long[] shape) => new(empty(shape, type, device).uniform_(-reach, reach));
        }

        internal Linear(Parameter weight, Parameter? bias)
            : base(nameof(Linear))
        {
            Register("weight", weight);
            if (bias is not null)
                Register("bias", bias);
        }

        public Parameter weight
        {
            get => get_parameter(nameof(weight))!;
            set => Register(nameof(weight), value);
        }

        public Parameter? bias
        {
            get => get_parameter(nameof(bias));
            set => Register(nameof(bias), value!);
        }

        public long in_features => weight.shape[1];

        public long out_features => weight.shape[0];

        public override Tensor forward(Tensor input) => Tensor.Linear(input, weight, bias);

        private void Register(string name, Parameter parameter) => register_parameter(name, parameter);
    }
}
