using TorchSharp;

namespace NeuralNets.Torch;

/// <summary>The name of the way back, which PageTorch tells.</summary>
internal static class GradientFunction
{
    public static string NameOf(torch.Tensor tensor) => tensor.GradientName!;
}
