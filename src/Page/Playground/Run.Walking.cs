namespace NeuralNets.Page.Playground;

/// <content>The loss as a landscape over the parameters, and a walk on it.</content>
internal sealed partial class Run
{
    /// <summary>The loss over all points to learn from, at other parameters; those of the network stay.</summary>
    /// <param name="places">Sets of parameters, one after another.</param>
    /// <exception cref="ArgumentException">The last set is not whole.</exception>
    public double[] Losses(double[] places)
    {
        if (places.Length % Network.ParameterCount != 0)
            throw new ArgumentException($"Found {places.Length} numbers. Expected {Network.ParameterCount} for each place.");
        var own = Network.Parameters.ToArray();
        var losses = new double[places.Length / own.Length];
        for (var i = 0; i < losses.Length; i++)
        {
            places.AsSpan(i * own.Length, own.Length).CopyTo(Network.Parameters);
            losses[i] = TrainingLoss;
        }

        own.CopyTo(Network.Parameters);
        return losses;
    }

    /// <summary>Takes steps.</summary>
    /// <param name="steps">How many.</param>
    /// <returns>All parameters before the first step and after each.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than none.</exception>
    public double[] Walk(int steps)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        var path = new double[(steps + 1) * Network.ParameterCount];
        for (var i = 0; i <= steps; i++)
        {
            if (i > 0)
                Step();
            Network.Parameters.CopyTo(path.AsSpan(i * Network.ParameterCount));
        }

        return path;
    }
}
