using NeuralNets.Data;
using static TorchSharp.torch;

namespace NeuralNets.Training;

/// <summary>Record of a run, kept while the loop trains.</summary>
internal interface ITrainingLog
{
    /// <summary>Notes a step: the prediction and the loss that it met, before its update.</summary>
    void AddStep(DataSet batch, Tensor yHat, Tensor loss);

    /// <summary>Notes the end of an epoch; true if it is to be the last.</summary>
    bool EndsAfter(int epoch);
}
