using static TorchSharp.torch;

namespace NeuralNets.Training;

/// <summary>
/// Optimizer in tensor operations, each of whose numbers lives until libtorch has read it: several may run side by side.
/// torch's schedules can change its learning rate.
/// </summary>
internal abstract class ConcurrentOptimizer(Tensor[] weights, double lr) : optim.Optimizer(0), optim.ILearningRateController
{
    public double LearningRate { get; set; } = lr;

    public double InitialLearningRate { get; set; } = lr;

    public override IEnumerable<optim.ILearningRateController> ParamGroups => [this];

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
