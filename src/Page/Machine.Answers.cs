using System.Runtime.InteropServices.JavaScript;
using NeuralNets.Page.Answers;
using NeuralNets.Scratch.Perceptrons;

namespace NeuralNets.Page;

/// <content>What figures that answer ask for.</content>
internal static partial class Machine
{
    [JSExport]
    internal static double[] Neuron(double[] weights, double bias, int activation, double[] inputs) =>
        Answers.Neuron.Outputs(weights, bias, (Activation)activation, inputs);

    [JSExport]
    internal static double[] Losses(double[] places) => Running.Losses(places);

    [JSExport]
    internal static double[] Walk(int steps) => Running.Walk(steps);

    [JSExport]
    internal static double[] Guesses(double[] weights, int embedding, int hidden, int classes, double[] signs) =>
        new Reader(weights, embedding, hidden, classes).Guesses([.. signs.Select(sign => (int)sign)]);

    [JSExport]
    internal static double[] Convolve(double[] picture, int width, double[] filter, double bias) =>
        Convolution.Map(picture, width, filter, bias);
}
