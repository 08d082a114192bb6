namespace TorchSharp.Modules;

/// <summary>Adam whose weight decay does not pass through its division: p ← p − ηλp first.</summary>
public sealed class AdamW : OptimizerHelper
{
    private readonly Options options;

    internal AdamW(
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

    private AdamW(IEnumerable<Parameter> parameters, double lr, Options options)
        : base(parameters, options, lr) => this.options = options;

    internal override void Move(double[] numbers, double[] gradient, Memory memory, double lr) => Moments.Step(
        (options.beta1!.Value, options.beta2!.Value), options.eps!.Value, (options.weight_decay!.Value, true),
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
