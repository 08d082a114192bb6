namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Exponentials along a dimension as shares of their sum.</summary>
        public Tensor softmax(long dim, ScalarType? dtype = null)
        {
            var (x, parts) = Exponents(dim, dtype, "softmax");
            var shares = Over(x, parts.Spread(parts.Sums(x)));
            var result = Of(shares, layout.Shape, dtype ?? this.dtype);
            return result.From("SoftmaxBackward0", [this], [result], (pulled, to) =>
            {
                var slopes = Product(pulled, shares);
                var sum = parts.Spread(parts.Sums(slopes));
                for (var i = 0; i < slopes.Length; i++)
                    slopes[i] -= shares[i] * sum[i];
                to[0]!.Add(slopes);
            });
        }

        /// <summary>The logarithms of those shares.</summary>
        public Tensor log_softmax(long dim, ScalarType? dtype = null)
        {
            var (x, parts) = Exponents(dim, dtype, "log_softmax");
            var shares = Over(x, parts.Spread(parts.Sums(x)));
            var sums = parts.Spread(LogSums(parts, Numbers()));
            var result = Of([.. Numbers().Zip(sums, (one, sum) => one - sum)], layout.Shape, dtype ?? this.dtype);
            return result.From("LogSoftmaxBackward0", [this], [result], (pulled, to) =>
            {
                var (slopes, sum) = ((double[])pulled.Clone(), parts.Spread(parts.Sums(pulled)));
                for (var i = 0; i < slopes.Length; i++)
                    slopes[i] -= shares[i] * sum[i];
                to[0]!.Add(slopes);
            });
        }

        /// <summary>Exponentials, none of which grows beyond 1: the shares are the same.</summary>
        private (double[] Exponents, Parts Parts) Exponents(long dim, ScalarType? type, string what)
        {
            if (!(type ?? dtype).IsFloating())
                throw Errors.Torch($"\"{what}_lastdim_kernel_impl\" not implemented for '{dtype.Name()}'");
            var (parts, numbers) = (Parts([dim], keepdim: true), Numbers());
            var largest = parts.Spread(Array.ConvertAll(parts.Best(numbers, Better(isMax: true)), i => numbers[i]));
            return ([.. numbers.Zip(largest, (one, most) => Math.Exp(one - most))], parts);
        }

        private static double[] LogSums(Parts parts, double[] numbers)
        {
            var largest = Array.ConvertAll(parts.Best(numbers, Better(isMax: true)), i => numbers[i]);
            var sums = parts.Sums([.. numbers.Zip(parts.Spread(largest), (one, most) => Math.Exp(one - most))]);
            return [.. sums.Zip(largest, (sum, most) => Math.Log(sum) + most)];
        }

        private static double[] Over(double[] numbers, double[] sums) => [.. numbers.Zip(sums, (number, sum) => number / sum)];

        private static double[] Product(double[] a, double[] b) => [.. a.Zip(b, (p, q) => p * q)];
    }
}
