using NeuralNets.Data;
using static TorchSharp.torch;

namespace NeuralNets.Training;

/// <summary>Holds ways to train against each other.</summary>
public static class Contest
{
    /// <summary>
    /// Full-batch training in which the contenders take turns within each epoch: each predicts, is measured, takes its step.
    /// With a network each, this is as if each trained alone; with one network between them, each goes on from where the one
    /// before it stopped, which is how the published comparisons came about.
    /// </summary>
    /// <param name="data">The samples.</param>
    /// <param name="epochs">How many steps each contender takes, at least 1.</param>
    /// <param name="contenders">Who takes part, in the order of their turns; names must differ.</param>
    /// <returns>Each contender's name and history, in their order; each loss is measured before that contender's step.</returns>
    /// <exception cref="ArgumentException">There is no contender, two have one name, or a prediction's shape is not the target's.</exception>
    public static IReadOnlyList<(string Name, TrainingHistory History)> Run(DataSet data, int epochs, params IReadOnlyList<Contender> contenders)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(contenders);
        if (contenders.Count == 0)
            throw new ArgumentException("There is no contender; a contest needs at least 1.", nameof(contenders));
        if (contenders.GroupBy(contender => contender.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"{twice.Count()} contenders are called '{twice.Key}'; a legend could not tell them apart.", nameof(contenders));

        var recorders = contenders.Select(_ => new HistoryRecorder(epochs)).ToArray();
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            foreach (var (contender, recorder) in contenders.Zip(recorders))
                TakeTurn(contender, recorder, data, check: epoch == 1);
        }

        return [.. contenders.Zip(recorders, (contender, recorder) => (contender.Name, recorder.Finish()))];
    }

    private static void TakeTurn(Contender contender, HistoryRecorder recorder, DataSet data, bool check)
    {
        using var step = NewDisposeScope();
        var yHat = contender.Net.forward(data.X);
        var loss = Train.Compare(contender.Loss, yHat, data.Y, check);
        recorder.Add(Train.Recorded(loss, yHat, data), yHat);

        contender.Optimizer.zero_grad();
        loss.backward();
        contender.Optimizer.step();
    }
}
