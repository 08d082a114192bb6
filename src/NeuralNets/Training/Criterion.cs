using static TorchSharp.torch;

namespace NeuralNets.Training;

/// <summary>A loss together with its guard against shapes that broadcast.</summary>
/// <param name="Of">From prediction and target to one number.</param>
/// <param name="RequireShapes">Throws if prediction and target cannot be meant for each other.</param>
internal sealed record Criterion(Func<Tensor, Tensor, Tensor> Of, Action<Tensor, Tensor> RequireShapes)
{
    public static Criterion For(nn.Module<Tensor, Tensor, Tensor> loss) =>
        new(loss.forward, (yHat, y) => Shapes.RequireSame(loss, yHat, y));

    /// <summary>A function of the caller's own may take targets of another kind, such as class numbers.</summary>
    public static Criterion For(Func<Tensor, Tensor, Tensor> loss) => new(loss, Shapes.RequireNoStretch);
}
