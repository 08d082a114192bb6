using TorchSharp;
using static TorchSharp.torch;

namespace NeuralNets.Training;

/// <summary>Adam, algorithm 1 of Kingma &amp; Ba (2015).</summary>
internal sealed class ConcurrentAdam(Tensor[] weights, double lr, double decay) : ConcurrentOptimizer(weights, lr)
{
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.999;
    private const double Epsilon = 1e-8;

    private readonly Tensor[] mean = Array.ConvertAll(weights, p => zeros_like(p));
    private readonly Tensor[] square = Array.ConvertAll(weights, p => zeros_like(p));
    private readonly int[] steps = new int[weights.Length];

    protected override void Move(int number, Tensor parameter, Tensor gradient)
    {
        var step = ++steps[number];
        using Scalar penalty = decay, keep1 = Beta1, keep2 = Beta2, new1 = 1 - Beta1, new2 = 1 - Beta2, epsilon = Epsilon, one = 1;
        using Scalar correction = 1 / Math.Sqrt(1 - Math.Pow(Beta2, step)), stride = -LearningRate / (1 - Math.Pow(Beta1, step));
        var slope = decay == 0 ? gradient : gradient.add(parameter, penalty);
        mean[number].mul_(keep1).add_(slope, new1);
        square[number].mul_(keep2).addcmul_(slope, slope, new2);
        parameter.addcdiv_(mean[number], square[number].sqrt().mul_(correction).add_(epsilon, one), stride);
    }
}
