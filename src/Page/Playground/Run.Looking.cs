using NeuralNets.Scratch.Perceptrons;

namespace NeuralNets.Page.Playground;

/// <content>What a reader sees of a network.</content>
internal sealed partial class Run
{
    /// <summary>For each point the output; with classes the probability of class 1.</summary>
    /// <param name="inputs">The features, point by point.</param>
    public double[] Predict(double[] inputs)
    {
        if (inputs.Length == 0)
            return [];
        var outputs = Network.Predict(Points(inputs));
        return problem.HasClasses ? [.. outputs.Chunk(2).Select(scores => 1 / (1 + Math.Exp(scores[0] - scores[1])))] : outputs;
    }

    /// <summary>What the units of a hidden layer give, unit by unit, each at all points.</summary>
    /// <param name="layer">The hidden layer, from 0.</param>
    /// <param name="inputs">The features, point by point.</param>
    public double[] Activations(int layer, double[] inputs)
    {
        if ((uint)layer >= Network.Layers.Count - 1)
            throw new ArgumentOutOfRangeException(nameof(layer), layer, $"There are {Network.Layers.Count - 1} hidden layers.");
        var front = new Perceptron<double>([.. Network.Layers.Take(layer + 1)]);
        Network.Parameters[..front.ParameterCount].CopyTo(front.Parameters);
        return Turned(front.Predict(Points(inputs)), Network.Layers[layer].Units);
    }

    /// <summary>
    /// What each unit of the last hidden layer adds to the output, unit by unit, each at all points: weight times activation. With
    /// the output's bias they sum to it. With classes the output is the score of class 1 over that of class 0.
    /// </summary>
    /// <param name="inputs">The features, point by point.</param>
    public double[] Pieces(double[] inputs)
    {
        var hidden = Network.Layers.Count - 2;
        if (hidden < 0)
            return [];
        var pieces = Activations(hidden, inputs);
        var units = Network.Layers[hidden].Units;
        var weights = Network.Parameters[^Network.Layers[^1].ParameterCount..];
        var points = pieces.Length / units;
        for (var unit = 0; unit < units; unit++)
        {
            var weight = problem.HasClasses ? weights[units + unit] - weights[unit] : weights[unit];
            foreach (ref var piece in pieces.AsSpan(unit * points, points))
                piece *= weight;
        }

        return pieces;
    }

    private Samples<double> Points(double[] inputs) => new(inputs, problem.Features, new double[inputs.Length / problem.Features], 1);

    /// <summary>A table by columns instead of by rows.</summary>
    private static double[] Turned(double[] table, int columns)
    {
        var rows = table.Length / columns;
        var turned = new double[table.Length];
        for (var i = 0; i < table.Length; i++)
            turned[(i % columns * rows) + (i / columns)] = table[i];
        return turned;
    }
}
