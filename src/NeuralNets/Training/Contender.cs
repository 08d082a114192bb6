using static TorchSharp.torch;

namespace NeuralNets.Training;

/// <summary>One of several ways to train that are held against each other.</summary>
/// <param name="Name">What the legend calls it, such as "Adam".</param>
/// <param name="Net">The network it trains. Contenders that share one network train it in turn, and none is measured alone.</param>
/// <param name="Loss">What it minimises.</param>
/// <param name="Optimizer">How it updates <paramref name="Net"/>.</param>
public sealed record Contender(string Name, nn.Module<Tensor, Tensor> Net, nn.Module<Tensor, Tensor, Tensor> Loss, optim.Optimizer Optimizer);
