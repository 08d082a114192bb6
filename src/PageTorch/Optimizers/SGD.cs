namespace TorchSharp.Modules;

/// <summary>Gradient descent: v ← μv + (1 − τ)g, then p ← p − ηv.</summary>
public sealed class SGD : OptimizerHelper
{
    private readonly Options options;

    internal SGD(
        IEnumerable<Parameter> parameters, double lr, double momentum, double dampening, double weight_decay, bool nesterov,
        bool maximize)
        : this(parameters, lr, new Options
        {
            momentum = momentum,
            dampening = dampening,
            weight_decay = weight_decay,
            nesterov = nesterov,
            maximize = maximize,
        })
    {
    }

    private SGD(IEnumerable<Parameter> parameters, double lr, Options options)
        : base(parameters, options, lr) => this.options = options;

    internal override void Move(double[] numbers, double[] gradient, Memory memory, double lr)
    {
        var (momentum, decay) = (options.momentum!.Value, options.weight_decay!.Value);
        var (velocity, added) = (memory.Row(0), memory.Steps == 1 ? 1 : 1 - options.dampening!.Value);
        var (sign, isAhead) = (options.maximize == true ? -1 : 1, options.nesterov == true);
        for (var i = 0; i < numbers.Length; i++)
        {
            var step = (sign * gradient[i]) + (decay * numbers[i]);
            if (momentum != 0)
            {
                velocity[i] = (momentum * velocity[i]) + (added * step);
                step = isAhead ? step + (momentum * velocity[i]) : velocity[i];
            }

            numbers[i] = memory.Add(numbers[i], -lr, step);
        }

        memory.Fit();
    }

    /// <summary>The settings of a group of parameters.</summary>
    public class Options : OptimizerOptions
    {
        public double? momentum;
        public double? dampening;
        public double? weight_decay;
        public bool? nesterov;
        public bool? maximize;
    }
}
