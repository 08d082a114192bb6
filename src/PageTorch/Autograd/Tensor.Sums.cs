namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor sum(ScalarType? type = null) => Summed(null, false, type, "SumBackward0");

        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => Summed([dim], keepdim, type, "SumBackward1");

        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => Summed(dim, keepdim, type, "SumBackward1");

        public Tensor mean() => Averaged(null, false, null, "MeanBackward0");

        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
            Averaged(dimensions, keepdim, type, "MeanBackward1");

        public Tensor norm(float p = 2) => Norm(null, false, p, "NormBackward0");

        public Tensor norm(int dim, bool keepdim = false, float p = 2) => Norm([dim], keepdim, p, "NormBackward1");

        public Tensor all() => Of([Numbers().All(x => x != 0) ? 1 : 0], [], ScalarType.Bool);

        public Tensor any() => Of([Numbers().Any(x => x != 0) ? 1 : 0], [], ScalarType.Bool);

        private Tensor Averaged(long[]? dims, bool keepdim, ScalarType? type, string name)
        {
            var kind = type ?? dtype;
            if (!kind.IsFloating())
                throw Errors.Torch("mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. "
                    + $"Got: {kind.Name()}");
            var parts = Parts(dims, keepdim);
            var sums = parts.SumsOf(Numbers(), kind);
            var size = (double)layout.Count / sums.Length;
            for (var i = 0; i < sums.Length; i++)
                sums[i] /= size;
            return Of(sums, parts.Shape, kind)
                .From(name, [this], [], (pulled, to) => to[0]!.Add(Times(parts.Spread(pulled), 1 / size)));
        }

        private Tensor Summed(long[]? dims, bool keepdim, ScalarType? type, string name)
        {
            if (type is { } wanted && !wanted.IsFloating() && GradientMode.IsOn && requires_grad)
                throw Errors.Torch($"Autograd not support dtype: {wanted}");
            var parts = Parts(dims, keepdim);
            return Of(parts.SumsOf(Numbers(), dtype), parts.Shape, type ?? (dtype.IsFloating() ? dtype : ScalarType.Int64))
                .From(name, [this], [], (pulled, to) => to[0]!.Add(parts.Spread(pulled)));
        }

        /// <summary>(Σ |x|ᵖ)^(1/p).</summary>
        private Tensor Norm(long[]? dims, bool keepdim, double p, string name)
        {
            var (parts, x) = (Parts(dims, keepdim), Numbers());
            var norms = Array.ConvertAll(parts.Sums(Array.ConvertAll(x, one => Math.Pow(Math.Abs(one), p))), sum => Math.Pow(sum, 1 / p));
            var result = Of(norms, parts.Shape, dtype.Fractional());
            return result.From(name, [this], [this, result], (pulled, to) =>
            {
                var (slopes, all) = (parts.Spread(pulled), parts.Spread(norms));
                for (var i = 0; i < slopes.Length; i++)
                    slopes[i] *= all[i] == 0 ? 0 : Math.Sign(x[i]) * Math.Pow(Math.Abs(x[i]) / all[i], p - 1);
                to[0]!.Add(slopes);
            });
        }

        private Parts Parts(long[]? dims, bool keepdim) => new(Alive(), dims, keepdim);
    }
}
