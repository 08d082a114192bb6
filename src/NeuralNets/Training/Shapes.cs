using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralNets.Training;

/// <summary>
/// Guards against the silent broadcast: torch stretches a target of shape [100] against a prediction of shape [100, 1] to [100, 100].
/// </summary>
public static class Shapes
{
    /// <summary>Makes sure that prediction and target are compared number by number.</summary>
    /// <param name="prediction">What the network says.</param>
    /// <param name="target">What it should say.</param>
    /// <exception cref="ArgumentException">The shapes differ; the message shows both.</exception>
    public static void RequireSame(Tensor prediction, Tensor target)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        ArgumentNullException.ThrowIfNull(target);
        if (prediction.shape.SequenceEqual(target.shape))
            return;

        var remedy = prediction.numel() == target.numel() ? $" Reshape the target: y.reshape({string.Join(", ", prediction.shape)})." : "";
        throw new ArgumentException(
            $"The prediction has shape {Show(prediction)} and the target {Show(target)}: torch would stretch one against the other "
            + $"and average differences that mean nothing.{remedy}", nameof(target));
    }

    /// <summary>
    /// The same for a loss that compares number by number; a loss over classes takes class numbers as target and checks them itself.
    /// </summary>
    internal static void RequireSame(nn.Module<Tensor, Tensor, Tensor> loss, Tensor prediction, Tensor target)
    {
        if (loss is not (CrossEntropyLoss or NLLLoss))
            RequireSame(prediction, target);
    }

    /// <summary>The same where as many numbers are on both sides; else the target is of another kind, such as class numbers.</summary>
    internal static void RequireNoStretch(Tensor prediction, Tensor target)
    {
        if (prediction.numel() == target.numel())
            RequireSame(prediction, target);
    }

    private static string Show(Tensor tensor) => $"[{string.Join(", ", tensor.shape)}]";
}
