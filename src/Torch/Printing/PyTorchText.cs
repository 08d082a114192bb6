using TorchSharp;
using TorchSharp.Modules;

namespace NeuralNets.Torch;

/// <summary>Tensors, networks, losses and optimizers in the words in which PyTorch prints them: Python's <c>repr</c>.</summary>
/// <remarks>In a notebook they are shown this way by themselves; elsewhere <c>Console.WriteLine(x.Repr())</c> does it.</remarks>
public static class PyTorchText
{
    /// <summary>A tensor as PyTorch prints it, such as <c>tensor([0.5000, 1.0000], requires_grad=True)</c>.</summary>
    /// <param name="tensor">A tensor of any shape, type and device; more than 1000 elements are summarised.</param>
    public static string Repr(this torch.Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return tensor is Parameter ? $"Parameter containing:\n{TensorText.Of(tensor)}" : TensorText.Of(tensor);
    }

    /// <summary>Several tensors as Python prints a list of them: <c>list(net.parameters())</c>.</summary>
    /// <param name="tensors">The tensors, in order.</param>
    public static string Repr(this IEnumerable<torch.Tensor> tensors) => $"[{string.Join(", ", tensors.Select(Repr))}]";

    /// <summary>
    /// A network, a layer or a loss as PyTorch prints it, such as <c>Linear(in_features=1, out_features=10,
    /// bias=True)</c>.
    /// </summary>
    /// <param name="module">Any module; what it contains is printed indented, each under its name.</param>
    public static string Repr(this torch.nn.Module module)
    {
        ArgumentNullException.ThrowIfNull(module);
        return ModuleText.Of(module);
    }

    /// <summary>An optimizer as PyTorch prints it, with the settings that this version of TorchSharp has.</summary>
    /// <param name="optimizer">Any optimizer; each of its parameter groups is printed.</param>
    public static string Repr(this torch.optim.Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        return OptimizerText.Of(optimizer);
    }

    /// <summary>Whichever of these a value is; anything else as it prints itself.</summary>
    internal static string Of(object value) => value switch
    {
        torch.Tensor { IsInvalid: true } => "tensor(disposed)",
        torch.Tensor tensor => tensor.Repr(),
        torch.nn.Module module => module.Repr(),
        torch.optim.Optimizer optimizer => optimizer.Repr(),
        _ => value.ToString() ?? "",
    };
}
