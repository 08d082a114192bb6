using TorchSharp;
using static TorchSharp.torch;

namespace NeuralNets.Training;

/// <summary>Plain gradient descent.</summary>
internal sealed class SgdDescent(Tensor[] weights, double lr) : SharedDescent(weights)
{
    protected override void Move(int number, Tensor parameter, Tensor gradient)
    {
        using Scalar step = -lr;
        parameter.add_(gradient, step);
    }
}
