using System.Runtime.InteropServices;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor dot(Tensor target)
        {
            if (Alive().Shape is not [var size] || target.Alive().Shape is not [var other] || size != other)
                throw new InvalidOperationException("dot arguments must have the same shape.");
            if (dtype != target.dtype)
                throw Errors.Torch(
                    $"dot : expected both vectors to have same dtype, but found {dtype.Name()} and {target.dtype.Name()}");
            return Multiplied(this, target, (1, (int)size, 1), [], "DotBackward0");
        }

        public Tensor mm(Tensor target)
        {
            if (Alive().Shape is not [var m, var k])
                throw Errors.Torch("self must be a matrix");
            if (target.Alive().Shape is not [var inner, var n])
                throw Errors.Torch("mat2 must be a matrix");
            if (k != inner)
                throw Mismatch((m, k), (inner, n));
            if (dtype != target.dtype)
                throw Errors.Torch("expected m1 and m2 to have the same dtype, but got: "
                    + $"{dtype.Name().ToLowerInvariant()} != {target.dtype.Name().ToLowerInvariant()}");
            return Multiplied(this, target, ((int)m, (int)k, (int)n), [m, n], "MmBackward0");
        }

        /// <summary>Products of vectors and matrices.</summary>
        public Tensor matmul(Tensor target) => (Alive().Shape, target.Alive().Shape) switch
        {
            ([_], [_]) => dot(target),
            ([_, _], [_, _]) => mm(target),
            ([var m, var k], [var inner]) => k != inner
                ? throw Errors.Torch($"size mismatch, got input ({m}), mat ({m}x{k}), vec ({inner})")
                : Multiplied(this, target, ((int)m, (int)k, 1), [m], "MvBackward0"),
            ([var k], [var inner, var n]) => k != inner
                ? throw Mismatch((1, k), (inner, n))
                : Multiplied(this, target, (1, (int)k, (int)n), [n], "SqueezeBackward4"),
            _ => throw Errors.Torch(
                $"Found shapes {Errors.Show(shape)} and {Errors.Show(target.shape)}. Expected vectors or matrices: a page multiplies no "
                + "others."),
        };

        /// <summary>x·Wᵀ + b along the last dimension.</summary>
        internal static Tensor Linear(Tensor x, Tensor weight, Tensor? bias)
        {
            var (k, n) = ((int)weight.shape[1], (int)weight.shape[0]);
            var m = x.ndim == 0 ? 1 : Shapes.Count(x.layout.Shape[..^1]);
            if (x.ndim == 0 || x.layout.Shape[^1] != k)
                throw Mismatch((m, x.ndim == 0 ? 1 : x.layout.Shape[^1]), (k, n));
            if (x.dtype != weight.dtype)
                throw Errors.Torch($"mat1 and mat2 must have the same dtype, but got {x.dtype.Name()} and {weight.dtype.Name()}");
            var (a, w) = (x.Numbers(), weight.Numbers());
            var numbers = Matrices.ByTransposed(a, w, m, k, n, x.dtype);
            if (bias is not null)
                AddRows(numbers, bias.Numbers());
            var name = bias is null
                ? x.ndim switch { 1 => "SqueezeBackward4", 2 => "MmBackward0", _ => "UnsafeViewBackward0" }
                : x.ndim == 2 ? "AddmmBackward0" : "AddBackward0";
            return Of(numbers, [.. x.layout.Shape[..^1], n], x.dtype).From(
                name, bias is null ? [x, weight] : [x, weight, bias], Kept(x, weight, keepsOperands: true), (pulled, to) =>
            {
                to[0]?.Add(Matrices.Product(pulled, w, m, n, k, x.dtype));
                to[1]?.Add(Matrices.TransposedBy(pulled, a, n, m, k, x.dtype));
                if (to.Length > 2)
                    to[2]?.Add(new Parts(Layout.RowMajor([m, n]), [0], keepdim: false).SumsOf(pulled, x.dtype));
            });
        }

        private static Tensor Multiplied(Tensor left, Tensor right, (int M, int K, int N) sizes, long[] shape, string name)
        {
            var ((m, k, n), a, b) = (sizes, left.Numbers(), right.Numbers());
            return Of(Matrices.Product(a, b, m, k, n, left.dtype), shape, left.dtype).From(
                name, [left, right], Kept(left, right, keepsOperands: true), (pulled, to) =>
            {
                to[0]?.Add(Matrices.ByTransposed(pulled, b, m, n, k, left.dtype));
                to[1]?.Add(Matrices.TransposedBy(a, pulled, k, m, n, left.dtype));
            });
        }

        private static void AddRows(double[] numbers, double[] row)
        {
            for (var i = 0; i < numbers.Length;)
                foreach (var number in row)
                    numbers[i++] += number;
        }

        private static ExternalException Mismatch((long Rows, long Columns) one, (long Rows, long Columns) other) => Errors.Torch(
            $"mat1 and mat2 shapes cannot be multiplied ({one.Rows}x{one.Columns} and {other.Rows}x{other.Columns})");
    }
}
