using Microsoft.DotNet.Interactive.Formatting;
using TorchSharp;

namespace NeuralNets.Tests.Torch;

/// <summary>What the kernel's own registry shows, as it stands beside these tests.</summary>
[Collection(TorchCollection.Name)]
public class TorchFormattersTests
{
    [Fact]
    public void A_tensor_is_shown_as_PyTorch_prints_it()
    {
        using var tensor = torch.ones(2);
        Assert.Equal("tensor([1., 1.])", tensor.ToDisplayString("text/plain"));
        Assert.Equal("<pre>tensor([1., 1.])</pre>", tensor.ToDisplayString("text/html"));
        Assert.Equal(["text/plain"], Formatter.GetPreferredMimeTypesFor(tensor.GetType()));
    }
}
