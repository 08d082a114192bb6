namespace TorchSharp.Modules;

/// <summary>Divides each gradient by the size of all so far: s ← s + g², then p ← p − ηg / (√s + ε).</summary>
public sealed class Adagrad : OptimizerHelper
{
    private readonly Options options;

    internal Adagrad(
        IEnumerable<Parameter> parameters, double lr, double lr_decay, double weight_decay, double initial_accumulator_value,
        double eps)
        : this(parameters, lr, new Options
        {
            lr_decay = lr_decay,
            weight_decay = weight_decay,
            initial_accumulator_value = initial_accumulator_value,
            eps = eps,
        })
    {
    }

    private Adagrad(IEnumerable<Parameter> parameters, double lr, Options options)
        : base(parameters, options, lr) => this.options = options;

    internal override void Move(double[] numbers, double[] gradient, Memory memory, double lr)
    {
        var (sums, decay, eps) = (memory.Row(0), options.weight_decay!.Value, options.eps!.Value);
        if (memory.Steps == 1)
            Array.Fill(sums, options.initial_accumulator_value!.Value);
        var rate = lr / (1 + ((memory.Steps - 1) * options.lr_decay!.Value));
        for (var i = 0; i < numbers.Length; i++)
        {
            var g = gradient[i] + (decay * numbers[i]);
            sums[i] += g * g;
            numbers[i] -= rate * g / (Math.Sqrt(sums[i]) + eps);
        }

        memory.Fit();
    }

    /// <summary>The settings of a group of parameters.</summary>
    public class Options : OptimizerOptions
    {
        public double? lr_decay;
        public double? initial_accumulator_value;
        public double? eps;
        public double? weight_decay;
    }
}
