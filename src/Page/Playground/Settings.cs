using NeuralNets.Scratch.Perceptrons;

namespace NeuralNets.Page.Playground;

/// <summary>A network, and how it learns.</summary>
/// <param name="Hidden">Number of units in each hidden layer; may be none.</param>
/// <param name="Activation">What the hidden units do.</param>
/// <param name="Loss">What is minimised.</param>
/// <param name="Optimizer">Which steps are taken.</param>
/// <param name="Rate">The learning rate.</param>
/// <param name="Momentum">The share of the last step that <see cref="OptimizerKind.Sgd"/> keeps; the others do not look at it.</param>
/// <param name="Decay">The weight decay.</param>
/// <param name="Batch">Points in a step; 0 for all.</param>
/// <param name="Seed">Where the first weights, and the order of the batches, come from.</param>
/// <param name="Drawn">How many numbers of the seed's stream were drawn before the first weight.</param>
internal sealed record Settings(
    IReadOnlyList<int> Hidden,
    Activation Activation,
    Loss Loss,
    OptimizerKind Optimizer,
    double Rate,
    double Momentum,
    double Decay,
    int Batch,
    int Seed,
    int Drawn = 0);
