using static TorchSharp.TensorIndex;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index(indices).Assign(value);
        }

        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => Put(indices, value);
        }

        public Tensor this[long i1]
        {
            get => select(0, i1);
            set => select(0, i1).Assign(value);
        }

        public Tensor this[long i1, long i2]
        {
            get => this[[i1, i2]];
            set => this[[i1, i2]] = value;
        }

        public Tensor this[params long[] indices]
        {
            get => indices.Aggregate(this, (part, index) => part.select(0, index));
            set => this[indices].Assign(value);
        }

        public Tensor index(params TensorIndex[] indices)
        {
            var (found, dim) = (Alive(), 0);
            var part = this;
            foreach (var (at, i) in indices.Select((at, i) => (at, i)))
            {
                switch (at.Kind)
                {
                    case Sort.Single:
                        part = part.select(dim, at.Start!.Value);
                        break;
                    case Sort.Slice when at is { Start: null, Stop: null, Step: null }:
                        dim++;
                        break;
                    case Sort.Slice:
                        part = part.slice(dim++, at.Start ?? 0, at.Stop ?? long.MaxValue, at.Step ?? 1);
                        break;
                    case Sort.Ellipsis:
                        dim = (int)part.ndim - indices.Skip(i + 1).Count(after => after.Kind is not Sort.None);
                        break;
                    case Sort.None:
                        part = part.unsqueeze(dim++);
                        break;
                    default:
                        part = part.Taken(dim, at.Which!);
                        dim += at.Which!.dtype == ScalarType.Bool ? 1 : (int)at.Which.ndim;
                        break;
                }
            }

            return part == (object)this ? Same() : part;
        }

        public Tensor index(params Tensor[] indices) =>
            Picked(Positions(indices, out var shape), shape, "IndexBackward0");

        public Tensor index_select(long dim, Tensor index)
        {
            var at = Alive().Dimension(dim);
            long[] chosen = [.. layout.Shape[..at], index.numel(), .. layout.Shape[(at + 1)..]];
            return Picked(Rows(at, index.Numbers()), chosen, "IndexSelectBackward0");
        }

        /// <summary>Along one dimension the elements that whole numbers or truth values name.</summary>
        private Tensor Taken(int dim, Tensor which)
        {
            RequireIndex(which);
            var numbers = which.dtype == ScalarType.Bool ? [.. Set(which)] : which.Numbers();
            long[] chosen = which.dtype == ScalarType.Bool ? [numbers.Length] : which.layout.Shape;
            return Picked(Rows(dim, numbers), [.. layout.Shape[..dim], .. chosen, .. layout.Shape[(dim + 1)..]], "IndexBackward0");
        }

        private Tensor Picked(int[] positions, long[] shape, string name)
        {
            var (numbers, count) = (Numbers(), layout.Count);
            return Of(Array.ConvertAll(positions, i => numbers[i]), shape, dtype)
                .From(name, [this], [], (pulled, to) => to[0]!.Add(Scattered(pulled, positions, count)));
        }

        private void Put(Tensor[] indices, Tensor value)
        {
            RequireNoLeaf();
            var (positions, numbers) = (Positions(indices, out var shape), Copied());
            var values = value.Broadcast(shape);
            for (var i = 0; i < positions.Length; i++)
                numbers[positions[i]] = values[i];
            Write(Types.Fit(numbers, dtype));
        }

        private void Assign(Tensor value)
        {
            if (GradientMode.IsOn && node is not null)
                throw Errors.Torch("a view of a leaf Variable that requires grad is being used in an in-place operation.");
            copy_(value);
        }

        /// <summary>Which elements are meant: by a mask over the first dimensions, or by whole numbers for each of them.</summary>
        private int[] Positions(Tensor[] indices, out long[] shape)
        {
            var masked = indices is [{ dtype: ScalarType.Bool }] ? (int)indices[0].ndim : indices.Length;
            var (first, behind) = (Alive().Shape[..masked], layout.Shape[masked..]);
            var rows = indices is [{ dtype: ScalarType.Bool } mask] ? [.. Set(mask)] : Rows(indices, first);
            shape = indices is [{ dtype: ScalarType.Bool }]
                ? [rows.Length, .. behind]
                : [.. indices.Aggregate(Array.Empty<long>(), (common, index) => Shapes.Common(common, index.layout.Shape)), .. behind];
            var size = Shapes.Count(behind);
            return [.. rows.SelectMany(row => Enumerable.Range((int)row * size, size))];
        }

        /// <summary>For places given by a whole number in each dimension their numbers, row by row.</summary>
        private static double[] Rows(Tensor[] indices, long[] sizes)
        {
            var shape = indices.Aggregate(Array.Empty<long>(), (common, index) => Shapes.Common(common, index.layout.Shape));
            var rows = new double[Shapes.Count(shape)];
            for (var dim = 0; dim < indices.Length; dim++)
            {
                RequireIndex(indices[dim]);
                var numbers = indices[dim].Broadcast(shape);
                for (var i = 0; i < rows.Length; i++)
                    rows[i] = (rows[i] * sizes[dim]) + InRange(numbers[i], sizes[dim], dim);
            }

            return rows;
        }

        /// <summary>The positions of some rows along a dimension, with all before and behind it.</summary>
        private int[] Rows(int dim, double[] rows)
        {
            var (size, inner) = (layout.Shape[dim], Shapes.Count(layout.Shape[(dim + 1)..]));
            var outer = Shapes.Count(layout.Shape[..dim]);
            var positions = new int[outer * rows.Length * inner];
            var next = 0;
            for (var before = 0; before < outer; before++)
                foreach (var row in rows)
                    for (var behind = 0; behind < inner; behind++)
                        positions[next++] = (int)((((before * size) + InRange(row, size, dim)) * inner) + behind);
            return positions;
        }

        private static long InRange(double index, long size, int dim) => index >= -size && index < size
            ? (long)index + (index < 0 ? size : 0)
            : throw Errors.Torch($"index {index} is out of bounds for dimension {dim} with size {size}");

        private static IEnumerable<double> Set(Tensor mask) =>
            mask.Numbers().Select((value, i) => (value, i)).Where(one => one.value != 0).Select(one => (double)one.i);

        private static void RequireIndex(Tensor index)
        {
            if (index.dtype.IsFloating())
                throw Errors.Torch("tensors used as indices must be long, int, byte or bool tensors");
        }
    }
}
