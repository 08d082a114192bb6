using static TorchSharp.Functions;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public static Tensor operator -(Tensor tensor) => tensor.neg();

        public Tensor neg() => dtype == ScalarType.Bool
            ? throw Errors.Torch("Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, "
                + "use the `~` or `logical_not()` operator instead.")
            : Map(default(Negative), dtype);

        public Tensor abs() => Map(default(Absolute), dtype);

        public Tensor relu() => Map(default(Relu), dtype);

        public Tensor exp() => Map(default(Exponential), dtype.Fractional());

        public Tensor log() => Map(default(Logarithm), dtype.Fractional());

        public Tensor sin() => Map(default(Sine), dtype.Fractional());

        public Tensor cos() => Map(default(Cosine), dtype.Fractional());

        public Tensor sqrt() => Map(default(Root), dtype.Fractional());

        public Tensor tanh() => Map(default(HyperbolicTangent), dtype.Fractional());

        public Tensor sigmoid() => Map(default(Logistic), dtype.Fractional());

        internal Tensor Reciprocal() => Map(default(OneOver), dtype.Fractional());

        public Tensor square() => pow(2);

        public Tensor pow(Scalar exponent) => !dtype.IsFloating() && !exponent.Type.IsFloating() && exponent.Value < 0
            ? throw Errors.Torch("Integers to negative integer powers are not allowed.")
            : Map(new Power(exponent.Value), Types.Common(dtype, exponent));

        public Tensor leaky_relu(Scalar negative_slope) => Map(new LeakyRelu(negative_slope.Value), dtype);

        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Map(
            new Clamped(min?.Value ?? double.NegativeInfinity, max?.Value ?? double.PositiveInfinity), dtype);

        /// <summary>A function of each number.</summary>
        /// <remarks>The function is a type, not a delegate, so that each has a loop of its own.</remarks>
        private Tensor Map<T>(T function, ScalarType type)
            where T : struct, IFunction
        {
            var x = Numbers();
            var y = new double[x.Length];
            for (var i = 0; i < x.Length; i++)
                y[i] = function.Of(x[i]);
            var result = Of(y, layout.Shape, type);
            return result.From(function.Name, [this], [function.KeepsResult ? result : this], (pulled, to) =>
            {
                var slopes = new double[pulled.Length];
                for (var i = 0; i < slopes.Length; i++)
                    slopes[i] = pulled[i] * function.Slope(x[i], y[i]);
                to[0]!.Add(slopes);
            });
        }
    }
}
