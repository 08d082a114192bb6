namespace TorchSharp;

/// <summary>A tensor that derivatives are wanted by: there they add up.</summary>
/// <param name="make">Makes a tensor of derivatives, of the shape and the kind of the one they belong to.</param>
internal sealed class Leaf(Func<double[], torch.Tensor> make) : Node
{
    public override IReadOnlyList<Node?> Inputs => [];

    public torch.Tensor? Grad { get; set; }

    protected override void PassOn(double[] slopes, bool keepsGraph)
    {
        if (Grad is null)
        {
            Grad = make((double[])slopes.Clone()).DetachFromDisposeScope();
            return;
        }

        var sums = Grad.Copied();
        for (var i = 0; i < sums.Length; i++)
            sums[i] += slopes[i];
        Grad.Write(Types.Fit(sums, Grad.dtype));
    }
}
