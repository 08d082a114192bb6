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

    internal override void Move(double[] numbers, double[] gradient, Memory memory, double lr)
    {
        var (beta1, beta2, eps, decay) =
            (options.beta1!.Value, options.beta2!.Value, options.eps!.Value, options.weight_decay!.Value);
        var (rate, size) = (lr / (1 - Math.Pow(beta1, memory.Steps)), 1 - Math.Pow(beta2, memory.Steps));
        var (means, squares, largest) = (memory.Row(0), memory.Row(1), memory.Row(2));
        var (sign, keepsLargest) = (options.maximize == true ? -1 : 1, options.amsgrad == true);
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] -= lr * decay * numbers[i];
            var g = sign * gradient[i];
            means[i] = (beta1 * means[i]) + ((1 - beta1) * g);
            squares[i] = (beta2 * squares[i]) + ((1 - beta2) * g * g);
            largest[i] = Math.Max(largest[i], squares[i]);
            numbers[i] -= rate * means[i] / (Math.Sqrt((keepsLargest ? largest[i] : squares[i]) / size) + eps);
        }

        memory.Fit();
    }

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
