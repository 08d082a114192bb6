using TorchSharp;
using static TorchSharp.torch;

namespace NeuralNets.Training;

/// <summary>Plain gradient descent.</summary>
internal sealed class ConcurrentSgd(Tensor[] weights, double lr) : ConcurrentOptimizer(weights, lr)
{
    protected override void Move(int number, Tensor parameter, Tensor gradient)
    {
        using Scalar step = -LearningRate;
        parameter.add_(gradient, step);
    }
}
