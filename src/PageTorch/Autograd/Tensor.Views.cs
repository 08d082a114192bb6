namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor T => ndim < 2
            ? Same()
            : View("PermuteBackward0", from => from.Permute([.. Enumerable.Range(0, (int)ndim).Reverse()]));

        public Tensor t() => Alive().Shape.Length > 2
            ? throw Errors.Torch($"t() expects a tensor with <= 2 dimensions, but self is {ndim}D")
            : View("TBackward0", from => ndim < 2 ? from : from.Transpose(0, 1));

        public Tensor transpose(long dim0, long dim1)
        {
            var (one, other) = (Alive().Dimension(dim0), layout.Dimension(dim1));
            return View("TransposeBackward0", from => from.Transpose(one, other));
        }

        public Tensor permute(params long[] permutation)
        {
            int[] order = [.. permutation.Select(dim => Alive().Dimension(dim))];
            return View("PermuteBackward0", from => from.Permute(order));
        }

        public Tensor select(long dim, long index)
        {
            if (Alive().Shape.Length == 0)
                throw Errors.Torch("select() cannot be applied to a 0-dim tensor.");
            var at = layout.Dimension(dim);
            return View("SelectBackward0", from => from.Select(at, index));
        }

        public Tensor slice(long dim, long start, long finish, long step)
        {
            var at = Alive().Dimension(dim);
            return View("SliceBackward0", from => from.Slice(at, start, finish, step));
        }

        public Tensor narrow(long dim, long start, long length) => start + length > Alive().Shape[layout.Dimension(dim)]
            ? throw Errors.Torch($"start ({start}) + length ({length}) exceeds dimension size ({layout.Shape[layout.Dimension(dim)]}).")
            : slice(dim, start, start + length, 1);

        public Tensor unsqueeze(long dim)
        {
            var at = Alive().Dimension(dim, more: 1);
            return View("UnsqueezeBackward0", from => from.Unsqueeze(at));
        }

        public Tensor squeeze(long? dim = null)
        {
            if (dim is null)
                return View("SqueezeBackward0", from => from.Squeeze(_ => true));
            var at = Alive().Dimension(dim.Value);
            return View("SqueezeBackward1", from => from.Squeeze(one => one == at));
        }

        public Tensor expand(params long[] sizes) => View("ExpandBackward0", from => from.Expand(sizes));

        public Tensor expand(long[] sizes, bool isImplicit) => expand(sizes);

        public Tensor[] unbind(long dimension = 0)
        {
            var at = Alive().Dimension(dimension);
            return [.. Enumerable.Range(0, (int)layout.Shape[at]).Select(i => View("UnbindBackward0", from => from.Select(at, i)))];
        }

        public Tensor view(params long[] shape)
        {
            var resolved = Shapes.Resolve(shape, Alive().Count);
            return !layout.IsRowMajor
                ? throw Errors.Torch("view size is not compatible with input tensor's size and stride (at least one dimension spans "
                    + "across two contiguous subspaces). Use .reshape(...) instead.")
                : Reshaped(resolved, "ViewBackward0");
        }

        public Tensor reshape(params long[] shape)
        {
            var resolved = Shapes.Resolve(shape, Alive().Count);
            return layout.IsRowMajor ? Reshaped(resolved, "ViewBackward0") : clone().Reshaped(resolved, "UnsafeViewBackward0");
        }

        public Tensor flatten(long start_dim = 0, long end_dim = -1)
        {
            if (Alive().Shape.Length == 0)
                return reshape(1);
            var (first, last) = (layout.Dimension(start_dim), layout.Dimension(end_dim));
            if (first > last)
                throw Errors.Torch("flatten() has invalid args: start_dim cannot come after end_dim");
            return first == last ? Same() : reshape([.. layout.Shape[..first], -1, .. layout.Shape[(last + 1)..]]);
        }

        public Tensor unflatten(long dim, params long[] sizes)
        {
            var at = Alive().Dimension(dim);
            return reshape([.. layout.Shape[..at], .. Shapes.Resolve(sizes, (int)layout.Shape[at]), .. layout.Shape[(at + 1)..]]);
        }

        /// <summary>The same numbers under another shape; they lie row by row.</summary>
        private Tensor Reshaped(long[] shape, string name) => new Tensor(storage, layout.Reshape(shape), dtype)
            .From(name, [this], [], (pulled, to) => to[0]!.Add(pulled));

        /// <summary>Some of the numbers, where they lie.</summary>
        /// <param name="name">libtorch's name of the way back.</param>
        /// <param name="change">From where all lie to where these lie.</param>
        private Tensor View(string name, Func<Layout, Layout> change) => new Tensor(storage, change(Alive()), dtype)
            .From(name, [this], [], (pulled, to) => to[0]!.Add(
                Scattered(pulled, change(Layout.RowMajor(layout.Shape)).Positions(), layout.Count)));

        /// <summary>Numbers added up at the places where they belong.</summary>
        private static double[] Scattered(double[] numbers, int[] positions, int count)
        {
            var sums = new double[count];
            for (var i = 0; i < positions.Length; i++)
                sums[positions[i]] += numbers[i];
            return sums;
        }
    }
}
