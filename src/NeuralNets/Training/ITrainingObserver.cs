namespace NeuralNets.Training;

/// <summary>Watches a training run without taking part in it: a live figure, a printed line, a test.</summary>
public interface ITrainingObserver
{
    /// <summary>Called at each epoch that is drawn, first and last included.</summary>
    /// <param name="epochs">Number of epochs that the run will have.</param>
    /// <param name="history">The run so far; its last snapshot is the fit to draw.</param>
    void OnSnapshot(int epochs, TrainingHistory history);

    /// <summary>Called once, after the last epoch.</summary>
    void OnFinished(TrainingHistory history);
}
