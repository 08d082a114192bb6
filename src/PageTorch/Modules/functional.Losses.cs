using static TorchSharp.ErrorCosts;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Measured(input, target, default(Squared), reduction);

            public static Tensor huber_loss(
                Tensor input, Tensor target, double delta = 1, Reduction reduction = Reduction.Mean) =>
                Measured(input, target, new Huber(delta), reduction);

            public static Tensor smooth_l1_loss(
                Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1) =>
                Measured(input, target, new SmoothL1(beta), reduction);

            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Reduced((input - target).abs(), reduction);

            /// <summary>Targets of 0 cost nothing where they are no logarithms.</summary>
            public static Tensor kl_div(
                Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean) => Reduced(
                log_target
                    ? target.exp() * (target - input)
                    : torch.where(target == 0, zeros_like(target), target * target.log()) - (target * input),
                reduction);

            public static Tensor cross_entropy(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                nll_loss(input.log_softmax(input.dim() == 1 ? 0 : 1), target, reduction);

            /// <summary>The negative number of the right class, of a row or of each of several.</summary>
            public static Tensor nll_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
            {
                if (target.dim() > 1)
                    throw Errors.Torch("0D or 1D target tensor expected, multi-target not supported");
                if (input.dim() - 1 != target.dim() || input.shape[0] != (target.dim() == 1 ? target.shape[0] : input.shape[0]))
                    throw Errors.Torch($"size mismatch (got input: {Errors.Show(input.shape)}, target: {Errors.Show(target.shape)})");
                if (target.dtype != ScalarType.Int64)
                    throw Errors.Torch($"expected scalar type Long but found {target.dtype.Name()}");
                var classes = input.shape[^1];
                foreach (var number in target.Numbers())
                {
                    if (number < 0 || number >= classes)
                        throw Errors.Torch($"Target {number} is out of bounds.");
                }

                var picked = target.dim() == 0 ? input[target] : input[arange(target.numel()), target];
                return Tensor.Renamed(Reduced(-picked, reduction), "NllLossBackward0");
            }

            private static Tensor Measured<T>(Tensor input, Tensor target, T error, Reduction reduction)
                where T : struct, IErrorCost
            {
                var type = Types.Common(input, target);
                if (!type.IsFloating())
                    throw Errors.Torch($"\"{error.Kernel}\" not implemented for '{type.Name()}'");
                if (!input.shape.AsSpan().SequenceEqual(target.shape))
                {
                    var shape = Shapes.Common(input.shape, target.shape);
                    (input, target) = (input.expand(shape), target.expand(shape));
                }

                double? share = reduction switch { Reduction.Mean => 1.0 / input.numel(), Reduction.Sum => 1, _ => null };
                return Tensor.Error(input, target, error, type, share);
            }

            private static Tensor Reduced(Tensor losses, Reduction reduction) => reduction switch
            {
                Reduction.Mean => losses.mean(),
                Reduction.Sum => losses.sum(),
                _ => losses,
            };
        }
    }
}
