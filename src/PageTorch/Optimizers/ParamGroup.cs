using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Parameters that are moved alike.</summary>
public class ParamGroup : optim.ILearningRateController
{
    internal ParamGroup(IEnumerable<Parameter> parameters, OptimizerOptions options) =>
        (Parameters, Options) = ([.. parameters], options);

    public IEnumerable<Parameter> Parameters { get; }

    public OptimizerOptions Options { get; }

    public double LearningRate
    {
        get => Options.LearningRate!.Value;
        set => Options.LearningRate = value;
    }

    public double InitialLearningRate
    {
        get => Options.InitialLearningRate;
        set => Options.InitialLearningRate = value;
    }
}
