using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralNets.Networks;

/// <summary>
/// A layer in which every step of a sequence asks all steps, or all up to itself, and takes a weighted mean of their
/// answers (Vaswani et al. 2017, section 3.2).
/// </summary>
/// <remarks>
/// Queries q, keys k and values v are linear in the input. Each head has its own part of their numbers, d = width/heads of them, and
/// computes softmax(q·kᵀ/√d)·v, which torch's <c>scaled_dot_product_attention</c> does without keeping the softmax; a last linear layer
/// mixes the heads. The weights stand in the order of torch's <c>MultiheadAttention</c>.
/// </remarks>
public sealed class SelfAttention : nn.Module<Tensor, Tensor>
{
    private readonly Linear project;
    private readonly Linear output;
    private readonly int heads;
    private readonly bool causal;

    /// <summary>Draws the starting values from torch's default generator: build it within <c>Seeds.Build</c>.</summary>
    /// <param name="width">Numbers in one step of the sequence.</param>
    /// <param name="heads">Heads; they share the width, so it is a multiple of them.</param>
    /// <param name="causal">True if a step sees itself and what came before; false if it sees all.</param>
    /// <exception cref="ArgumentException"><paramref name="width"/> is no multiple of <paramref name="heads"/>.</exception>
    public SelfAttention(int width, int heads = 1, bool causal = true)
        : base(nameof(SelfAttention))
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(heads);
        if (width % heads != 0)
            throw new ArgumentException($"Found a width of {width} for {heads} heads. Expected a multiple of {heads}.", nameof(width));
        (this.heads, this.causal) = (heads, causal);
        project = nn.Linear(width, 3 * width);
        output = nn.Linear(width, width);
        RegisterComponents();
    }

    /// <summary>What each step learns from those it sees.</summary>
    /// <param name="input">Shape (samples, steps, width).</param>
    /// <returns>Shape (samples, steps, width).</returns>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (q, k, v) = Split(input);
        var taken = nn.functional.scaled_dot_product_attention(q, k, v, is_casual: causal);
        return output.forward(taken.transpose(1, 2).flatten(2));
    }

    /// <summary>Who looks at whom: row t holds the weights with which step t takes the steps it sees; they sum to 1.</summary>
    /// <param name="input">Shape (samples, steps, width).</param>
    /// <returns>Shape (samples, heads, steps, steps).</returns>
    public Tensor Weights(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (q, k, _) = Split(input);
        var scores = (q / Math.Sqrt(q.shape[^1])).matmul(k.transpose(-2, -1));
        if (causal)
            scores = scores + full([q.shape[2], q.shape[2]], double.NegativeInfinity, q.dtype, q.device).triu(1);
        return scores.softmax(-1);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            project.Dispose();
            output.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Queries, keys and values, each of shape (samples, heads, steps, width/heads).</summary>
    private (Tensor Q, Tensor K, Tensor V) Split(Tensor input)
    {
        var parts = project.forward(input).unflatten(2, [3, heads, -1]).permute(2, 0, 3, 1, 4);
        return (parts[0], parts[1], parts[2]);
    }
}
