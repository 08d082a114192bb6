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
            var costs = new double[a.Length];
            for (var i = 0; i < costs.Length; i++)
                costs[i] = error.Of(InPrecision(a[i] - b[i], type));
            var all = new Parts(input.layout, null, keepdim: false);
            var isOne = share is not null;
            var result = isOne ? [all.SumsOf(Types.Fit(costs, type), type)[0] * share!.Value] : costs;
            return Of(result, isOne ? [] : input.layout.Shape, type).From(error.Name, [input, target], [input, target], (pulled, to) =>
            {
                var slopes = new double[a.Length];
                for (var i = 0; i < slopes.Length; i++)
                {
                    var slope = InPrecision(pulled[isOne ? 0 : i] * (share ?? 1), type);
                    slopes[i] = InPrecision(slope * error.Slope(InPrecision(a[i] - b[i], type)), type);
                }

                to[0]?.Add(slopes);
                to[1]?.Add(Times(slopes, -1));
            });
        }

        /// <summary>The same under another name of the way back.</summary>
        internal static Tensor Renamed(Tensor tensor, string name) => new Tensor(tensor.storage, tensor.layout, tensor.dtype)
            .From(name, [tensor], [], (pulled, to) => to[0]!.Add(pulled));
    }
}
