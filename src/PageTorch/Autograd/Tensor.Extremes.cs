namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor max() => Extreme(null, false, "max", "MaxBackward1");

        public Tensor min() => Extreme(null, false, "min", "MinBackward1");

        public Tensor max(Tensor other) => maximum(other);

        public Tensor min(Tensor other) => minimum(other);

        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => Along(dim, keepdim, isMax: true, "MaxBackward0");

        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => Along(dim, keepdim, isMax: false, "MinBackward0");

        public Tensor amax(params long[] dims) => Extreme(dims, false, "max", "AmaxBackward0");

        public Tensor argmax() => Place(null, false, isMax: true);

        public Tensor argmin() => Place(null, false, isMax: false);

        public Tensor argmax(long dim, bool keepdim = false) => Place(dim, keepdim, isMax: true);

        public Tensor argmin(long dim, bool keepdim = false) => Place(dim, keepdim, isMax: false);

        /// <summary>The largest or the smallest; where several are, they share the derivative.</summary>
        private Tensor Extreme(long[]? dims, bool keepdim, string which, string name)
        {
            if (numel() == 0)
                throw Errors.Torch($"{which}(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim "
                    + "with the 'dim' argument.");
            var (parts, x) = (Parts(dims, keepdim), Numbers());
            var values = Array.ConvertAll(parts.Best(x, Better(which == "max")), i => x[i]);
            var result = Of(values, parts.Shape, dtype);
            return result.From(name, [this], [this, result], (pulled, to) =>
            {
                var extremes = parts.Spread(values);
                var isOne = Array.ConvertAll([.. Enumerable.Range(0, x.Length)], i => x[i] == extremes[i] ? 1.0 : 0);
                var (slopes, many) = (parts.Spread(pulled), parts.Spread(parts.Sums(isOne)));
                for (var i = 0; i < slopes.Length; i++)
                    slopes[i] *= isOne[i] / many[i];
                to[0]!.Add(slopes);
            });
        }

        private (Tensor Values, Tensor Indexes) Along(long dim, bool keepdim, bool isMax, string name)
        {
            var (parts, x) = (Parts([dim], keepdim), Numbers());
            var places = parts.Best(x, Better(isMax));
            return (Picked(places, parts.Shape, name), Along(dim, places, parts.Shape));
        }

        private Tensor Place(long? dim, bool keepdim, bool isMax)
        {
            var parts = Parts(dim is null ? null : [dim.Value], keepdim);
            var places = parts.Best(Numbers(), Better(isMax));
            return dim is null ? Of([places[0]], [], ScalarType.Int64) : Along(dim.Value, places, parts.Shape);
        }

        /// <summary>Places as numbers along a dimension.</summary>
        private Tensor Along(long dim, int[] places, long[] shape)
        {
            var at = layout.Dimension(dim);
            var (size, inner) = (at < ndim ? layout.Shape[at] : 1, at < ndim ? Shapes.Count(layout.Shape[(at + 1)..]) : 1);
            return Of(Array.ConvertAll(places, place => (double)(place / inner % size)), shape, ScalarType.Int64);
        }

        private static Func<double, double, bool> Better(bool isMax) => isMax ? (one, best) => one > best : (one, best) => one < best;
    }
}
