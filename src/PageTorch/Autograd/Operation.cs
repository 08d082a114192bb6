namespace TorchSharp;

/// <summary>An operation whose result has derivatives.</summary>
/// <param name="name">libtorch's name of the way back, such as <c>MulBackward0</c>.</param>
/// <param name="inputs">Where its operands come from.</param>
/// <param name="saved">The tensors that the way back looks at again.</param>
/// <param name="back">Hands derivatives by the result on to the inputs.</param>
internal sealed class Operation(string name, Node?[] inputs, Saved[] saved, Action<double[], Node?[]> back) : Node
{
    private bool isFreed;

    public string Name => name;

    public override IReadOnlyList<Node?> Inputs => inputs;

    /// <summary>Derivatives by the result itself, where a cell asks for them.</summary>
    public Leaf? Retained { get; set; }

    protected override void PassOn(double[] slopes, bool keepsGraph)
    {
        if (isFreed)
            throw Errors.Torch(
                "Trying to backward through the graph a second time (or directly access saved tensors after they have already been "
                + "freed). Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). Specify "
                + "retain_graph=True if you need to backward through the graph a second time or if you need to access saved tensors "
                + "after calling backward.");
        foreach (var tensor in saved)
            tensor.RequireUnchanged();
        Retained?.Add(slopes);
        Retained?.PassOn(keepsGraph);
        back(slopes, inputs);
        isFreed = !keepsGraph && saved.Length > 0;
    }
}
