using NeuralNets.Scratch.Recurrent;
using static TorchSharp.torch;

namespace NeuralNets.Networks;

/// <summary>
/// A torch layer's way through its sequences as one operation of autograd, computed in plain C#. torch itself makes a dozen small
/// operations of every step of a sequence; with networks of this size, managing them takes longer than computing them.
/// </summary>
internal sealed class RecurrentFunction : autograd.SingleTensorFunction<RecurrentFunction>
{
    private const string Pass = "pass";
    private const string Layer = "layer";

    public override string Name => nameof(RecurrentFunction);

    /// <summary>The states of a layer.</summary>
    /// <param name="input">Shape (samples, steps, inputs), double precision, on the processor.</param>
    /// <param name="weights">The layer's four parameters in this direction.</param>
    /// <param name="pass">How the sequences are read.</param>
    /// <returns>Shape (samples, steps, hidden), or (samples, hidden) if only the last state is wanted.</returns>
    public static Tensor States(Tensor input, Tensor[] weights, RecurrentPass pass) => is_grad_enabled()
        ? apply(input, weights[0], weights[1], weights[2], weights[3], pass)
        : pass.Forward(input, weights);

    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        var (pass, input) = ((RecurrentPass)vars[5], (Tensor)vars[0]);
        Tensor[] weights = [.. vars[1..5].Cast<Tensor>()];
        var states = pass.Forward(input, weights, out var layer);
        ctx.save_for_backward([input, .. weights]);
        ctx.save_data(Pass, pass);
        ctx.save_data(Layer, layer);
        return states;
    }

    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        var saved = ctx.get_saved_variables();
        try
        {
            var (pass, layer) = ((RecurrentPass)ctx.get_data(Pass), (RecurrentLayer<double>?)ctx.get_data(Layer));
            if (layer is null)
                pass.Forward(saved[0], [.. saved[1..]], out layer).Dispose(); // A second time back: what was kept is used up.
            ctx.save_data(Layer, null!);
            return [.. pass.Backward(layer, grad_output, saved[0], saved[1..]), null!];
        }
        finally
        {
            saved.ForEach(tensor => tensor.Dispose());
        }
    }
}
