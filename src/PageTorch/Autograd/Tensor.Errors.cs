namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The cost of each difference of two tensors of one shape, or the part <paramref name="share"/> of their sum.</summary>
        internal static Tensor Error<T>(Tensor input, Tensor target, T error, ScalarType type, double? share)
            where T : struct, IErrorCost
        {
            var (a, b) = (input.Numbers(), target.Numbers());
            var (isOne, part) = (share is not null, share ?? 1);
            var costs = new double[isOne ? 1 : a.Length];
            for (var i = 0; i < a.Length; i++)
                costs[isOne ? 0 : i] += error.Of(a[i] - b[i]);
            costs = isOne ? [costs[0] * part] : costs;
            return Of(costs, isOne ? [] : input.layout.Shape, type).From(error.Name, [input, target], [input, target], (pulled, to) =>
            {
                var slopes = new double[a.Length];
                for (var i = 0; i < slopes.Length; i++)
                    slopes[i] = pulled[isOne ? 0 : i] * part * error.Slope(a[i] - b[i]);
                to[0]?.Add(slopes);
                to[1]?.Add(Times(slopes, -1));
            });
        }

        /// <summary>The same under another name of the way back.</summary>
        internal static Tensor Renamed(Tensor tensor, string name) => new Tensor(tensor.storage, tensor.layout, tensor.dtype)
            .From(name, [tensor], [], (pulled, to) => to[0]!.Add(pulled));
    }
}
