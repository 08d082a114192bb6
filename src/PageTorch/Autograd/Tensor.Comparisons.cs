using System.Runtime.CompilerServices;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>True for a tensor of the same shape with the same numbers.</summary>
        public override bool Equals(object? obj) => obj is Tensor other
            && Alive().Shape.AsSpan().SequenceEqual(other.Alive().Shape)
            && Numbers().Zip(other.Numbers(), (one, its) => one == its).All(isSame => isSame);

        /// <summary>The object's: tensors are no keys by their numbers, which change.</summary>
        public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

        public static Tensor operator ==(Tensor left, Tensor right) => left.eq(right);

        public static Tensor operator !=(Tensor left, Tensor right) => left.ne(right);

        public static Tensor operator <(Tensor left, Tensor right) => left.lt(right);

        public static Tensor operator >(Tensor left, Tensor right) => left.gt(right);

        public static Tensor operator <=(Tensor left, Tensor right) => left.le(right);

        public static Tensor operator >=(Tensor left, Tensor right) => left.ge(right);

        public static Tensor operator ==(Tensor left, Scalar right) => left.eq(right);

        public static Tensor operator !=(Tensor left, Scalar right) => left.ne(right);

        public static Tensor operator <(Tensor left, Scalar right) => left.lt(right);

        public static Tensor operator >(Tensor left, Scalar right) => left.gt(right);

        public static Tensor operator <=(Tensor left, Scalar right) => left.le(right);

        public static Tensor operator >=(Tensor left, Scalar right) => left.ge(right);

        public static Tensor operator ==(Scalar left, Tensor right) => right.eq(left);

        public static Tensor operator !=(Scalar left, Tensor right) => right.ne(left);

        public static Tensor operator <(Scalar left, Tensor right) => right.gt(left);

        public static Tensor operator >(Scalar left, Tensor right) => right.lt(left);

        public static Tensor operator <=(Scalar left, Tensor right) => right.ge(left);

        public static Tensor operator >=(Scalar left, Tensor right) => right.le(left);

        public Tensor eq(Tensor target) => Compare(target, (a, b) => a == b);

        public Tensor ne(Tensor target) => Compare(target, (a, b) => a != b);

        public Tensor lt(Tensor target) => Compare(target, (a, b) => a < b);

        public Tensor gt(Tensor target) => Compare(target, (a, b) => a > b);

        public Tensor le(Tensor target) => Compare(target, (a, b) => a <= b);

        public Tensor ge(Tensor target) => Compare(target, (a, b) => a >= b);

        public Tensor eq(Scalar target) => Compare(target, (a, b) => a == b);

        public Tensor ne(Scalar target) => Compare(target, (a, b) => a != b);

        public Tensor lt(Scalar target) => Compare(target, (a, b) => a < b);

        public Tensor gt(Scalar target) => Compare(target, (a, b) => a > b);

        public Tensor le(Scalar target) => Compare(target, (a, b) => a <= b);

        public Tensor ge(Scalar target) => Compare(target, (a, b) => a >= b);

        private Tensor Compare(Scalar number, Func<double, double, bool> holds)
        {
            var limit = InPrecision(number.Value, dtype);
            return Of(Array.ConvertAll(Numbers(), x => holds(x, limit) ? 1.0 : 0), layout.Shape, ScalarType.Bool);
        }

        private Tensor Compare(Tensor other, Func<double, double, bool> holds)
        {
            var shape = Shapes.Common(layout.Shape, other.layout.Shape);
            var (a, b) = (Broadcast(shape), other.Broadcast(shape));
            return Of([.. a.Zip(b, (x, y) => holds(x, y) ? 1.0 : 0)], shape, ScalarType.Bool);
        }

        /// <summary>The numbers stretched to a shape.</summary>
        private double[] Broadcast(long[] shape)
        {
            var numbers = Numbers();
            return Shapes.Stretched(layout.Shape, shape) is { } at ? Array.ConvertAll(at, i => numbers[i]) : numbers;
        }
    }
}
