namespace NeuralNets.Tests.Training;

/// <summary>Tests that draw from torch's one default random stream, or count its tensors: one at a time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class TorchCollection
{
    public const string Name = "torch";
}
