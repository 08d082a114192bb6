using static TorchSharp.Combinations;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor add(Tensor target) => Join(this, target, default(Sum), Types.Common(this, target));

        public Tensor sub(Tensor target) => dtype == ScalarType.Bool && target.dtype == ScalarType.Bool
            ? throw Errors.Torch("Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or "
                + "`logical_xor()` operator instead.")
            : Join(this, target, default(Difference), Types.Common(this, target));

        public Tensor mul(Tensor target) => Join(this, target, default(Product), Types.Common(this, target));

        public Tensor div(Tensor target) => Join(this, target, default(Quotient), Types.Common(this, target).Fractional());

        public Tensor pow(Tensor exponent) => Join(this, exponent, default(Power), Types.Common(this, exponent));

        public Tensor maximum(Tensor other) => Join(this, other, default(Larger), Types.Common(this, other));

        public Tensor minimum(Tensor other) => Join(this, other, default(Smaller), Types.Common(this, other));

        public Tensor add(Tensor target, Scalar alpha) => add(target.Scaled(alpha));

        public Tensor add(Scalar scalar) => Shifted(scalar.Value, "AddBackward1", Types.Common(dtype, scalar));

        public Tensor sub(Scalar target) => Shifted(-target.Value, "SubBackward1", Types.Common(dtype, target));

        public Tensor mul(Scalar target) => Scaled(target.Value, "MulBackward1", Types.Common(dtype, target));

        public Tensor div(Scalar target) => Divided(target.Value, Types.Common(dtype, target).Fractional());

        internal Tensor Scaled(Scalar factor) => factor.Value == 1 ? this : mul(factor);

        /// <summary>The function of each number of one tensor and that of the other at the same place.</summary>
        private protected static Tensor Join<T>(Tensor left, Tensor right, T function, ScalarType type)
            where T : struct, ICombination
        {
            var shape = Shapes.Common(left.layout.Shape, right.layout.Shape);
            var (atA, atB) = (Shapes.Stretched(left.layout.Shape, shape), Shapes.Stretched(right.layout.Shape, shape));
            var (a, b) = (left.Numbers(), right.Numbers());
            var numbers = new double[Shapes.Count(shape)];
            if (atA is null && atB is null)
            {
                for (var i = 0; i < numbers.Length; i++)
                    numbers[i] = function.Of(a[i], b[i]);
            }
            else
            {
                for (var i = 0; i < numbers.Length; i++)
                    numbers[i] = function.Of(a[atA is null ? i : atA[i]], b[atB is null ? i : atB[i]]);
            }

            return Of(numbers, shape, type).From(function.Name, [left, right], Kept(left, right, function.KeepsOperands), (pulled, to) =>
            {
                var (toA, toB) = (to[0] is null ? null : new double[a.Length], to[1] is null ? null : new double[b.Length]);
                for (var i = 0; i < pulled.Length; i++)
                {
                    var (p, q) = (atA is null ? i : atA[i], atB is null ? i : atB[i]);
                    if (toA is not null)
                        toA[p] += pulled[i] * function.SlopeA(a[p], b[q]);
                    if (toB is not null)
                        toB[q] += pulled[i] * function.SlopeB(a[p], b[q]);
                }

                if (toA is not null)
                    to[0]!.Add(toA);
                if (toB is not null)
                    to[1]!.Add(toB);
            });
        }

        /// <summary>An operand is looked at again for the derivatives by the other.</summary>
        private static Tensor[] Kept(Tensor left, Tensor right, bool keepsOperands) => !keepsOperands ? []
            : left.node is null ? (right.node is null ? [] : [left])
            : right.node is null ? [right] : [left, right];

        private Tensor Shifted(double by, string name, ScalarType type)
        {
            var (numbers, shift) = (Copied(), InPrecision(by, type));
            for (var i = 0; i < numbers.Length; i++)
                numbers[i] += shift;
            return Of(numbers, layout.Shape, type).From(name, [this], [], (pulled, to) => to[0]!.Add(pulled));
        }

        private Tensor Scaled(double by, string name, ScalarType type)
        {
            var factor = InPrecision(by, type);
            return Of(Times(Numbers(), factor), layout.Shape, type)
                .From(name, [this], [], (pulled, to) => to[0]!.Add(Times(pulled, factor)));
        }

        private Tensor Divided(double by, ScalarType type)
        {
            var (numbers, divisor) = (Copied(), InPrecision(by, type));
            for (var i = 0; i < numbers.Length; i++)
                numbers[i] /= divisor;
            return Of(numbers, layout.Shape, type)
                .From("DivBackward1", [this], [], (pulled, to) => to[0]!.Add(Times(pulled, 1 / divisor)));
        }

        private static double InPrecision(double number, ScalarType type) => type == ScalarType.Float32 ? (float)number : number;

        private static double[] Times(double[] numbers, double factor)
        {
            var products = new double[numbers.Length];
            for (var i = 0; i < products.Length; i++)
                products[i] = factor * numbers[i];
            return products;
        }
    }
}
