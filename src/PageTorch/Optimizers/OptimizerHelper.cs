using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>An optimizer that treats its parameters one after the other and remembers numbers for each.</summary>
public abstract class OptimizerHelper : optim.Optimizer
{
    private readonly ParamGroup group;
    private readonly Parameter[] moved;
    private readonly Memory[] memories;

    /// <param name="parameters">The parameters.</param>
    /// <param name="options">The settings.</param>
    /// <param name="lr">The learning rate, at least 0.</param>
    internal OptimizerHelper(IEnumerable<Parameter> parameters, OptimizerOptions options, double lr)
        : base(0)
    {
        if (lr < 0)
            throw new ArgumentException($"Invalid learning rate: {lr}");
        (options.LearningRate, options.InitialLearningRate) = (lr, lr);
        group = new(parameters, options);
        moved = [.. group.Parameters];
        memories = [.. moved.Select(parameter => new Memory((int)parameter.numel(), parameter.dtype))];
    }

    public override IEnumerable<optim.ILearningRateController> ParamGroups => [group];

    public override IEnumerable<Parameter> parameters() => moved;

    public override void zero_grad()
    {
        foreach (var parameter in moved)
            parameter.ZeroGradient();
    }

    public override Tensor? step(Func<Tensor>? closure = null)
    {
        var loss = closure?.Invoke();
        for (var i = 0; i < moved.Length; i++)
        {
            if (moved[i].Gradient() is not { } gradient)
                continue;
            var numbers = moved[i].Copied();
            memories[i].Steps++;
            Move(numbers, gradient, memories[i], group.LearningRate);
            moved[i].Write(Types.Fit(numbers, moved[i].dtype));
        }

        return loss;
    }

    /// <summary>Takes a step.</summary>
    /// <param name="numbers">The parameter, which is changed.</param>
    /// <param name="gradient">Its gradient.</param>
    /// <param name="memory">What was remembered of it.</param>
    /// <param name="lr">The learning rate.</param>
    internal abstract void Move(double[] numbers, double[] gradient, Memory memory, double lr);
}
