using System.Numerics;
using NeuralNets.Scratch.Optimizers;
using NeuralNets.Scratch.Perceptrons;

namespace NeuralNets.Training;

/// <summary>One network's training in plain C#, on all samples at once, with the history that <see cref="Train"/> records.</summary>
/// <param name="net">The network; its weights are changed.</param>
/// <param name="optimizer">Moves them.</param>
/// <param name="loss">What is minimised.</param>
internal sealed class PlainRun<T>(Perceptron<T> net, Optimizer<T> optimizer, Loss loss)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Takes a step in every epoch.</summary>
    /// <param name="samples">The samples to learn from.</param>
    /// <param name="yTrue">The curve without noise, where it is known.</param>
    /// <param name="heldOut">Samples to be judged by after every epoch, if any.</param>
    /// <param name="epochs">Number of epochs.</param>
    /// <param name="recorder">Keeps the losses and the drawn fits.</param>
    public TrainingHistory Train(Samples<T> samples, double[]? yTrue, Samples<T>? heldOut, int epochs, HistoryRecorder recorder)
    {
        var heldOutLosses = new List<double>();
        var yHat = new T[samples.Count * net.Layers[^1].Units];
        double[]? Fit() => yHat.Length == samples.Count ? Array.ConvertAll(yHat, double.CreateChecked) : null;
        Func<double[]?> fit = Fit;
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            var value = net.Backward(samples, loss, yHat);
            optimizer.Step(net);
            recorder.Add(yTrue is null ? value : TensorValues.MeanSquare<T>(yHat, yTrue), fit);
            if (heldOut is not null)
                heldOutLosses.Add(net.Measure(heldOut, loss));
        }

        return recorder.Finish() with { HeldOut = heldOutLosses };
    }
}
