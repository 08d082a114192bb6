namespace TorchSharp.Modules;

/// <summary>
/// Momentum over a running size, both corrected for their start at 0: p ← p − η · m / (1 − β₁ᵗ) / (√(s / (1 − β₂ᵗ)) + ε).
/// </summary>
public sealed class Adam : OptimizerHelper
{
    private readonly Options options;

    internal Adam(
        IEnumerable<Parameter> parameters, double lr, double beta1, double beta2, double eps, double weight_decay, bool amsgrad,
        bool maximize)
        : this(parameters, lr, new Options
        {
            beta1 = beta1,
            beta2 = beta2,
            eps = eps,
            weight_decay = weight_decay,
            amsgrad = amsgrad,
            maximize = maximize,
        })
    {
    }

    private Adam(IEnumerable<Parameter> parameters, double lr, Options options)
        : base(parameters, options, lr) => this.options = options;

    internal override void Move(double[] numbers, double[] gradient, Memory memory, double lr) => Moments.Step(
        (options.beta1!.Value, options.beta2!.Value), options.eps!.Value, (options.weight_decay!.Value, false),
        (options.amsgrad!.Value, options.maximize!.Value), numbers, gradient, memory, lr);

    /// <summary>The settings of a group of parameters.</summary>
    public class Options : OptimizerOptions
    {
        public double? beta1;
        public double? beta2;
        public double? weight_decay;
        public double? eps;
        public bool? amsgrad;
        public bool? maximize;
    }
}
