namespace TorchSharp;

public static partial class torch
{
    public static Tensor cat(IList<Tensor> tensors, long dim = 0)
    {
        if (tensors.Count == 0)
            throw Errors.Torch("expected a non-empty list of Tensors");
        return Tensor.Joined([.. tensors], dim, "CatBackward0");
    }

    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0)
    {
        Tensor[] all = [.. tensors];
        if (all.Length == 0)
            throw Errors.Torch("stack expects a non-empty TensorList");
        for (var i = 1; i < all.Length; i++)
        {
            if (!all[i].shape.SequenceEqual(all[0].shape))
                throw Errors.Torch($"stack expects each tensor to be equal size, but got {Errors.Show(all[0].shape)} at entry 0 and "
                    + $"{Errors.Show(all[i].shape)} at entry {i}");
        }

        return Tensor.Joined([.. all.Select(tensor => tensor.unsqueeze(dim))], dim, "StackBackward0");
    }

    public static Tensor where(Tensor condition, Tensor x, Tensor y) => Tensor.Chosen(condition, x, y);

    public partial class Tensor
    {
        /// <summary>Tensors one behind the other along a dimension.</summary>
        internal static Tensor Joined(Tensor[] tensors, long dim, string name)
        {
            var first = tensors[0].Alive();
            var at = first.Dimension(dim);
            RequireAlike(tensors, at);
            var shape = (long[])first.Shape.Clone();
            shape[at] = tensors.Sum(tensor => tensor.layout.Shape[at]);
            var type = tensors.Select(tensor => tensor.dtype).Aggregate(Types.Common);
            var (numbers, starts) = (new double[Shapes.Count(shape)], new long[tensors.Length]);
            for (var i = 0; i < tensors.Length; i++)
            {
                starts[i] = i == 0 ? 0 : starts[i - 1] + tensors[i - 1].layout.Shape[at];
                var (part, positions) = (tensors[i].Numbers(), Part(i));
                for (var j = 0; j < part.Length; j++)
                    numbers[positions[j]] = part[j];
            }

            return Of(numbers, shape, type).From(name, tensors, [], (pulled, to) =>
            {
                for (var i = 0; i < to.Length; i++)
                    to[i]?.Add(Array.ConvertAll(Part(i), position => pulled[position]));
            });

            int[] Part(int i) => Layout.RowMajor(shape).Slice(at, starts[i], starts[i] + tensors[i].layout.Shape[at], 1).Positions();
        }

        /// <summary>Where a condition holds the number of one, elsewhere that of the other.</summary>
        internal static Tensor Chosen(Tensor condition, Tensor x, Tensor y)
        {
            var shape = Shapes.Common(condition.shape, Shapes.Common(x.shape, y.shape));
            var chosen = condition.Broadcast(shape);
            var (a, b) = (x.Broadcast(shape), y.Broadcast(shape));
            double[] numbers = [.. chosen.Select((one, i) => one != 0 ? a[i] : b[i])];
            return Of(numbers, shape, Types.Common(x, y)).From("WhereBackward0", [x, y], [], (pulled, to) =>
            {
                to[0]?.Add(Gathered([.. pulled.Zip(chosen, (slope, one) => one != 0 ? slope : 0)], shape, x.layout.Shape));
                to[1]?.Add(Gathered([.. pulled.Zip(chosen, (slope, one) => one != 0 ? 0 : slope)], shape, y.layout.Shape));
            });
        }

        /// <summary>The sums over what a smaller shape was stretched to.</summary>
        private static double[] Gathered(double[] numbers, long[] shape, long[] small) =>
            Shapes.Stretched(small, shape) is { } positions ? Scattered(numbers, positions, Shapes.Count(small)) : numbers;

        private static void RequireAlike(Tensor[] tensors, int dim)
        {
            var first = tensors[0].layout.Shape;
            foreach (var (tensor, i) in tensors.Select((tensor, i) => (tensor, i)))
            {
                var shape = tensor.Alive().Shape;
                if (shape.Length != first.Length)
                    throw Errors.Torch($"Tensors must have same number of dimensions: got {first.Length} and {shape.Length}");
                if (Enumerable.Range(0, first.Length).FirstOrDefault(d => d != dim && shape[d] != first[d], -1) is var other and >= 0)
                    throw Errors.Torch($"Sizes of tensors must match except in dimension {dim}. Expected size {first[other]} but got size "
                        + $"{shape[other]} for tensor number {i} in the list.");
            }
        }
    }
}
