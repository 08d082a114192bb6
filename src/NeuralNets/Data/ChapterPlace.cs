namespace NeuralNets.Data;

/// <summary>Next draw of the chapter from torch's random stream, in the order of the chapter.</summary>
public enum ChapterPlace
{
    /// <summary>a and b of the descent with autograd.</summary>
    Autograd,

    /// <summary>a and b of the descent with an optimizer: the chapter seeds 42 once more.</summary>
    Optimizer,

    /// <summary>The weights of the linear network.</summary>
    LinearNet,

    /// <summary>The weights of the 1-10-1 ReLU network.</summary>
    ReluNet,

    /// <summary>The weights of the 1-4-1 ReLU network.</summary>
    SmallReluNet,

    /// <summary>The weights of the 1-10-1 tanh network.</summary>
    TanhNet,

    /// <summary>The weights of the one network that the loss comparison shares.</summary>
    LossComparison,

    /// <summary>The weights of the one network that the optimizer comparison shares.</summary>
    OptimizerComparison,

    /// <summary>The weights of the network trained on mini-batches, then the order of the batches.</summary>
    MiniBatches,
}
