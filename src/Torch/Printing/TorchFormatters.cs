using System.Net;
using NeuralNets.Display;
using TorchSharp;

namespace NeuralNets.Torch;

/// <summary>Shows tensors, modules and optimizers in notebooks as PyTorch prints them.</summary>
internal static class TorchFormatters
{
    private static readonly Type[] Shown = [typeof(torch.Tensor), typeof(torch.nn.Module), typeof(torch.optim.Optimizer)];

    public static void RegisterWith(HostFormatters host)
    {
        foreach (var type in Shown)
            host.Register(type, value => $"<pre>{WebUtility.HtmlEncode(PyTorchText.Of(value))}</pre>", PyTorchText.Of, "text/plain");
    }
}
