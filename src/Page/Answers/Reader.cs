using NeuralNets.Scratch.Recurrent;

namespace NeuralNets.Page.Answers;

/// <summary>Reads signs one by one and guesses a class after each: an embedding, a GRU, and a linear layer, as in notebook 10.</summary>
internal sealed class Reader
{
    private readonly double[] weights;
    private readonly int width;
    private readonly int hidden;
    private readonly int classes;
    private readonly int signs;

    /// <summary>A reader with given weights.</summary>
    /// <param name="weights">
    /// One after another, as torch has them: the embedding [signs, width]; the layer's W [3 · hidden, width], U [3 · hidden, hidden]
    /// and its two biases [3 · hidden]; the output's weights [classes, hidden] and biases [classes].
    /// </param>
    /// <param name="width">Numbers of the embedding for each sign.</param>
    /// <param name="hidden">Numbers in the memory.</param>
    /// <param name="classes">Number of classes.</param>
    /// <exception cref="ArgumentException">The numbers of numbers do not fit.</exception>
    public Reader(double[] weights, int width, int hidden, int classes)
    {
        var embedding = weights.Length - (3 * hidden * (width + hidden + 2)) - (classes * (hidden + 1));
        if (width < 1 || hidden < 1 || classes < 1 || embedding < width || embedding % width != 0)
            throw new ArgumentException(
                $"Found {weights.Length} weights. Expected those of an embedding of {width}, a GRU of {hidden} and {classes} classes.");
        (this.weights, this.width, this.hidden, this.classes, signs) = (weights, width, hidden, classes, embedding / width);
    }

    /// <summary>The share of each class after each sign, sign by sign.</summary>
    /// <param name="text">The signs, from 0; the first is read first.</param>
    /// <exception cref="ArgumentException">A sign has no embedding.</exception>
    public double[] Guesses(int[] text)
    {
        if (Array.FindIndex(text, sign => sign < 0 || sign >= signs) is >= 0 and var at)
            throw new ArgumentException($"Found the sign {text[at]}. Expected 0 to {signs - 1}.");
        if (text.Length == 0)
            return [];
        var rest = weights.AsSpan(signs * width);
        var blocks = 3 * hidden;
        var layer = new RecurrentWeights<double>(
            Next(ref rest, blocks * width), Next(ref rest, blocks * hidden), Next(ref rest, blocks), Next(ref rest, blocks));
        double[] x = [.. text.SelectMany(sign => weights[(sign * width)..((sign + 1) * width)])];
        var states = new double[text.Length * hidden];
        new RecurrentLayer<double>(new GruCell<double>(), width, hidden).Forward(layer, x, text.Length, states, keep: false);
        return [.. states.Chunk(hidden).SelectMany(Shares)];
    }

    /// <summary>The softmax of the output's scores.</summary>
    private double[] Shares(double[] state)
    {
        var output = weights.AsSpan(^(classes * (hidden + 1))..);
        var scores = new double[classes];
        for (var k = 0; k < classes; k++)
        {
            scores[k] = output[(classes * hidden) + k];
            for (var i = 0; i < hidden; i++)
                scores[k] += output[(k * hidden) + i] * state[i];
        }

        var highest = scores.Max();
        var sum = scores.Sum(score => Math.Exp(score - highest));
        return Array.ConvertAll(scores, score => Math.Exp(score - highest) / sum);
    }

    private static Span<double> Next(ref Span<double> rest, int count)
    {
        var next = rest[..count];
        rest = rest[count..];
        return next;
    }
}
