using System.Diagnostics;
using System.Runtime.InteropServices.JavaScript;
using NeuralNets.Page.Playground;
using NeuralNets.Scratch.Perceptrons;

namespace NeuralNets.Page;

/// <summary>
/// What a page may call, one network at a time: <c>await machine.call('Train', 100, 12)</c>. Lists are Float64Array or Array going
/// in, Float64Array coming out. A mistake is an exception with a sentence.
/// <code>
/// Data(kind, noise, count, seed)   draws a problem (0 parabola, 1 sine: curves; 2 moons, 3 spiral: classes) and gives nothing;
///                                  the parabola with 0.1, 100, 42 is the chapter's sample. As many points are held out.
/// UseData(hasClasses, training, heldOut)   a reader's points, row by row: x, y, or with hasClasses = 1 x₁, x₂, 0 or 1.
/// Points(heldOut)                  the points to learn from (0), or those held out (1), in that form.
/// Truth(xs)                        the curve without noise at these x; empty where it is not known.
/// Create(hidden, activation, loss, optimizer, rate, momentum, decay, batch, seed)   a new network for the last data.
///                                  hidden: units of each hidden layer, may be empty; activation: 0 none, 1 ReLU, 2 tanh, 3 sigmoid;
///                                  loss: 0 squared, 1 absolute, 2 Huber's with δ = 1 (classes: always cross-entropy);
///                                  optimizer: 0 SGD, 1 RMSProp, 2 Adam, 3 AdamW; momentum: SGD's; batch: points in a step, 0 all.
/// CreateAfter(drawn, hidden, …)    as Create, after so many draws from the seed's stream. From seed 42 the chapter's networks begin
///                                  after 4 (the line), 6 (ten ReLU units), 37 (four ReLU units), 50 (ten tanh units).
/// Rate(rate)                       another learning rate from now on.
/// Train(steps, milliseconds)       takes that many steps, but none more once the milliseconds are over (0: no limit); gives
///                                  [steps taken in all, epochs, loss, held-out loss, true loss, microseconds a step just now]:
///                                  over all points, after the last step; NaN where there is none. Train(0, 0) only looks.
/// Predict(inputs)                  the output for each input; with classes the probability of class 1, for x₁, x₂, x₁, x₂, …
/// Pieces(inputs)                   what each unit of the last hidden layer adds to the output: unit by unit, each at all inputs.
///                                  With the output's bias they sum to it; with classes to the logit of class 1.
/// Activations(layer, inputs)       what the units of hidden layer 0, 1, … give, unit by unit, each at all inputs.
/// Parameters()                     layer by layer: the weights, unit by unit, then the biases. With classes two output units.
/// SetParameters(numbers)           sets them.
/// Losses(places)                   the loss over the points to learn from at other parameters, set after set.
/// Walk(steps)                      takes that many steps; gives all parameters before the first and after each.
/// Neuron(weights, bias, activation, inputs)   one neuron alone, without data: what it gives for each input.
/// Guesses(weights, embedding, hidden, classes, signs)   a reader of letters, a GRU of notebook 10: its shares of each class after
///                                  every sign. weights: the embedding, then the layer's and the output's, as torch has them;
///                                  embedding, hidden, classes: how many numbers a sign, the memory and an answer have.
/// Convolve(picture, width, filter, bias)      a square filter that slides over a picture, both row by row: the feature map.
/// </code>
/// </summary>
internal static partial class Machine
{
    private static Problem? problem;
    private static Run? run;

    private static Problem Given => problem ?? throw new InvalidOperationException("There are no data yet. Call Data or UseData first.");

    private static Run Running => run ?? throw new InvalidOperationException("There is no network for these data yet. Call Create first.");

    [JSExport]
    internal static void Data(int kind, double noise, int count, int seed) => Give(Problems.Draw((ProblemKind)kind, noise, count, seed));

    [JSExport]
    internal static void UseData(int hasClasses, double[] training, double[] heldOut) =>
        Give(Problem.Of(hasClasses != 0, training, heldOut));

    [JSExport]
    internal static double[] Points(int heldOut) => heldOut == 0 ? Given.Training : Given.HeldOut;

    [JSExport]
    internal static double[] Truth(double[] xs) => Given.Truth is { } curve ? [.. xs.Select(curve)] : [];

    [JSExport]
    internal static void Create(
        double[] hidden, int activation, int loss, int optimizer, double rate, double momentum, double decay, int batch, int seed) =>
        CreateAfter(0, hidden, activation, loss, optimizer, rate, momentum, decay, batch, seed);

    [JSExport]
    internal static void CreateAfter(
        int drawn,
        double[] hidden, int activation, int loss, int optimizer, double rate, double momentum, double decay, int batch, int seed) =>
        run = new(Given, new(
            [.. hidden.Select(units => (int)units)],
            (Activation)activation,
            loss switch { 1 => Loss.MeanAbsoluteError, 2 => Loss.Huber(1), _ => Loss.MeanSquaredError },
            (OptimizerKind)optimizer,
            rate, momentum, decay, batch, seed, drawn));

    [JSExport]
    internal static void Rate(double rate) => Running.Rate = rate;

    [JSExport]
    internal static double[] Train(int steps, double milliseconds)
    {
        var (run, watch, taken) = (Running, Stopwatch.StartNew(), 0);
        while (taken < steps && (milliseconds <= 0 || watch.Elapsed.TotalMilliseconds < milliseconds))
        {
            run.Step();
            taken++;
        }

        var each = taken == 0 ? double.NaN : watch.Elapsed.TotalMicroseconds / taken;
        return [run.Steps, (double)run.Steps / run.StepsAnEpoch, run.TrainingLoss, run.HeldOutLoss, run.TrueLoss, each];
    }

    [JSExport]
    internal static double[] Predict(double[] inputs) => Running.Predict(inputs);

    [JSExport]
    internal static double[] Pieces(double[] inputs) => Running.Pieces(inputs);

    [JSExport]
    internal static double[] Activations(int layer, double[] inputs) => Running.Activations(layer, inputs);

    [JSExport]
    internal static double[] Parameters() => Running.Network.Parameters.ToArray();

    [JSExport]
    internal static void SetParameters(double[] numbers) => Running.Set(numbers);

    private static void Give(Problem given) => (problem, run) = (given, null);
}
