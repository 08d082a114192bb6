using static TorchSharp.torch;

namespace NeuralNets.Training;

/// <summary>Optimizer in tensor operations, each of whose numbers lives until libtorch has read it: several may run side by side.</summary>
internal abstract class ConcurrentOptimizer(Tensor[] weights) : optim.Optimizer(0)
{
    public override void zero_grad()
    {
        foreach (var parameter in weights)
            parameter.grad = null;
    }

    public override Tensor step(Func<Tensor>? closure = null)
    {
        var loss = closure?.Invoke();
        using var noGrad = no_grad();
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i].grad is { } gradient)
                Move(i, weights[i], gradient);
        }

        return loss!;
    }

    protected abstract void Move(int number, Tensor parameter, Tensor gradient);
}
