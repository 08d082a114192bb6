namespace TorchSharp.Modules;

/// <summary>Settings of an optimizer for a group of parameters; its fields are what is printed.</summary>
public class OptimizerOptions
{
    public double? LearningRate { get; set; }

    public double InitialLearningRate { get; set; }
}
