using static TorchSharp.torch;

namespace NeuralNets.Training;

/// <summary>Training or evaluation mode, in which a network is until this is disposed of; then each of its layers is as it was.</summary>
internal sealed class NetworkMode : IDisposable
{
    private readonly (nn.Module Layer, bool Training)[] before;

    public NetworkMode(nn.Module net, bool training)
    {
        before = [.. net.modules().Prepend(net).Select(layer => (layer, layer.training))];
        net.train(training);
    }

    public void Dispose()
    {
        foreach (var (layer, training) in before)
            layer.train(training);
    }
}
