namespace NeuralNets.Tests.Torch;

/// <summary>Tests that count torch's tensors or hold finalizers: one at a time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class TorchCollection
{
    public const string Name = "torch";
}
