namespace TorchSharp.Modules;

/// <summary>Divides each gradient by its recent size: s ← αs + (1 − α)g², then p ← p − ηg / (√s + ε).</summary>
public sealed class RMSProp : OptimizerHelper
{
    private readonly Options options;

    internal RMSProp(
        IEnumerable<Parameter> parameters, double lr, double alpha, double eps, double weight_decay, double momentum, bool centered,
        bool maximize)
        : this(parameters, lr, new Options
        {
            alpha = alpha,
            eps = eps,
            weight_decay = weight_decay,
            momentum = momentum,
            centered = centered,
            maximize = maximize,
        })
    {
    }

    private RMSProp(IEnumerable<Parameter> parameters, double lr, Options options)
        : base(parameters, options, lr) => this.options = options;

    internal override void Move(double[] numbers, double[] gradient, Memory memory, double lr)
    {
        var (alpha, eps, decay, momentum) =
            (options.alpha!.Value, options.eps!.Value, options.weight_decay!.Value, options.momentum!.Value);
        var (sizes, means, velocity) = (memory.Row(0), memory.Row(1), memory.Row(2));
        var (sign, isCentered) = (options.maximize == true ? -1 : 1, options.centered == true);
        for (var i = 0; i < numbers.Length; i++)
        {
            var g = (sign * gradient[i]) + (decay * numbers[i]);
            sizes[i] = (alpha * sizes[i]) + ((1 - alpha) * g * g);
            means[i] = (alpha * means[i]) + ((1 - alpha) * g);
            var step = g / (Math.Sqrt(sizes[i] - (isCentered ? means[i] * means[i] : 0)) + eps);
            velocity[i] = (momentum * velocity[i]) + step;
            numbers[i] -= lr * (momentum > 0 ? velocity[i] : step);
        }

        memory.Fit();
    }

    /// <summary>The settings of a group of parameters.</summary>
    public class Options : OptimizerOptions
    {
        public bool? maximize;
        public double? momentum;
        public double? alpha;
        public double? eps;
        public double? weight_decay;
        public bool? centered;
    }
}
