using TorchSharp;
using TorchSharp.Modules;
using static NeuralNets.Torch.PythonNumber;

namespace NeuralNets.Torch;

/// <summary>The text between the brackets of a layer, as PyTorch prints it.</summary>
internal static partial class ModuleSettings
{
    /// <summary>The settings, or an empty text where there are none worth printing.</summary>
    public static string Of(torch.nn.Module module)
    {
        var settings = module switch
        {
            Linear m => $"in_features={m.in_features}, out_features={m.out_features}, bias={Python(m.bias is not null)}",
            Softmax m => $"dim={m.dim}",
            LogSoftmax m => $"dim={m.dim}",
            LeakyReLU m => $"negative_slope={Repr(m.negative_slope)}{AndInPlace(m.inplace)}",
            _ => "",
        };
        AddFurther(module, ref settings);
        return settings;
    }

    /// <summary>Settings of layers that a library with less than all of TorchSharp does not have.</summary>
    static partial void AddFurther(torch.nn.Module module, ref string settings);

    private static string AndInPlace(bool inPlace) => inPlace ? ", inplace=True" : "";

    private static string Python(bool value) => value ? "True" : "False";
}
