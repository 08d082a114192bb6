using NeuralNets.Data;
using static TorchSharp.torch;

namespace NeuralNets.Training;

/// <summary>A look at a network that leaves it as it is: in evaluation mode, without a gradient.</summary>
internal static class Evaluation
{
    public static double Of(nn.Module<Tensor, Tensor> net, DataSet data, Criterion measure) => Of(net, data.X, yHat =>
    {
        measure.RequireShapes(yHat, data.Y);
        return measure.Of(yHat, data.Y).ToDouble();
    });

    public static T Of<T>(nn.Module<Tensor, Tensor> net, Tensor x, Func<Tensor, T> look)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        using var evaluation = new NetworkMode(net, training: false);
        return look(net.forward(x));
    }
}
