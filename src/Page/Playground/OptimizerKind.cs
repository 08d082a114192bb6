using NeuralNets.Scratch.Optimizers;

namespace NeuralNets.Page.Playground;

/// <summary>The optimizers of <see cref="Scratch.Optimizers"/>.</summary>
internal enum OptimizerKind
{
    /// <summary>See <see cref="Sgd{T}"/>.</summary>
    Sgd,

    /// <summary>See <see cref="RmsProp{T}"/>.</summary>
    RmsProp,

    /// <summary>See <see cref="Adam{T}"/>.</summary>
    Adam,

    /// <summary>See <see cref="AdamW{T}"/>.</summary>
    AdamW,
}
