namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor zero_() => InPlace(Of(new double[numel()], layout.Shape, dtype));

        public Tensor fill_(Scalar value) => InPlace(full(shape, value, dtype));

        public Tensor copy_(Tensor source)
        {
            Shapes.Common(shape, source.shape);
            return InPlace(source.expand(shape).to(dtype));
        }

        public Tensor add_(Tensor target) => InPlace(add(target));

        public Tensor add_(Tensor target, Scalar alpha) => InPlace(add(target, alpha));

        public Tensor add_(Scalar scalar) => InPlace(add(scalar));

        public Tensor sub_(Tensor target) => InPlace(sub(target));

        public Tensor sub_(Scalar target) => InPlace(sub(target));

        public Tensor mul_(Tensor target) => InPlace(mul(target));

        public Tensor mul_(Scalar target) => InPlace(mul(target));

        public Tensor div_(Tensor target) => InPlace(div(target));

        public Tensor div_(Scalar target) => InPlace(div(target));

        public Tensor pow_(Scalar exponent) => InPlace(pow(exponent));

        public Tensor sqrt_() => InPlace(sqrt());

        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) => InPlace(add(tensor1 * tensor2, value));

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) => InPlace(add(tensor1 / tensor2, value));

        public Tensor uniform_(double from, double to, Generator? generator = null) =>
            InPlace(Of((generator ?? Generator.Default).Uniform((int)numel(), from, to, dtype), layout.Shape, dtype));

        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null) =>
            InPlace(Of((generator ?? Generator.Default).Normal((int)numel(), mean, std, dtype), layout.Shape, dtype));

        /// <summary>Whole numbers from one on, up to another, which is left out.</summary>
        public Tensor random_(double from, double to, Generator? generator = null)
        {
            var whole = (generator ?? Generator.Default).Whole((int)numel(), from, to);
            Write(Types.Fit(Array.ConvertAll(whole, number => (double)number), dtype));
            if (dtype == ScalarType.Int64 && layout.IsRowMajor && layout.Count == storage.Numbers.Length)
                storage.Exact = whole;
            return this;
        }

        /// <summary>Puts a result into the place of these numbers; from there on this is the result.</summary>
        private Tensor InPlace(Tensor result)
        {
            RequireNoLeaf();
            if (!result.layout.Shape.AsSpan().SequenceEqual(Alive().Shape))
                throw Errors.Torch(
                    $"output with shape {Errors.Show(layout.Shape)} doesn't match the broadcast shape {Errors.Show(result.layout.Shape)}");
            if (result.dtype.IsFloating() && !dtype.IsFloating())
                throw Errors.Torch($"result type {result.dtype.Name()} can't be cast to the desired output type {dtype.Name()}");
            Write(Types.Fit(result.Copied(), dtype));
            if (GradientMode.IsOn && (node is not null || result.node is not null))
                node = result.node;
            return this;
        }

        private void RequireNoLeaf()
        {
            if (GradientMode.IsOn && node is Leaf)
                throw Errors.Torch("a leaf Variable that requires grad is being used in an in-place operation.");
        }
    }
}
