using NeuralNets.Networks;
using NeuralNets.Tests.Training;
using NeuralNets.Torch;
using NeuralNets.Training;
using static TorchSharp.torch;

namespace NeuralNets.Tests.Networks;

[Collection(TorchCollection.Name)]
public class SelfAttentionTests
{
    private const int Width = 12, Steps = 7;

    [Theory]
    [InlineData(1, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void It_computes_what_torchs_layer_computes_and_has_its_gradients(int heads, bool causal)
    {
        Libtorch.Load();
        using var scope = NewDisposeScope();
        var ours = Seeds.Build(1, () => new SelfAttention(Width, heads, causal));
        var theirs = nn.MultiheadAttention(Width, heads);
        using (no_grad())
        {
            foreach (var (to, from) in theirs.parameters().Zip(ours.parameters()))
                to.copy_(from);
        }

        var texts = Texts(2);
        var found = ours.forward(texts);
        var inTorchsOrder = texts.transpose(0, 1);
        var mask = causal ? full([Steps, Steps], float.NegativeInfinity).triu(1) : zeros(Steps, Steps);
        var expected = theirs.forward(inTorchsOrder, inTorchsOrder, inTorchsOrder, null, false, mask).Item1.transpose(0, 1);
        AssertClose(expected, found);
        found.square().sum().backward();
        expected.square().sum().backward();
        foreach (var (a, b) in theirs.parameters().Zip(ours.parameters()))
            AssertClose(a.grad!, b.grad!);
    }

    [Fact]
    public void What_it_takes_home_are_values_weighted_by_who_looks_at_whom()
    {
        Libtorch.Load();
        using var scope = NewDisposeScope();
        var net = Seeds.Build(1, () => new SelfAttention(Width));
        var texts = Texts(3);
        var weights = net.parameters().ToArray();
        var parts = nn.functional.linear(texts, weights[0], weights[1]).chunk(3, -1);
        var looked = net.Weights(texts)[.., 0].matmul(parts[2]);
        AssertClose(nn.functional.linear(looked, weights[2], weights[3]), net.forward(texts));
    }

    [Fact]
    public void A_step_that_sees_the_past_does_not_change_with_the_future()
    {
        Libtorch.Load();
        using var scope = NewDisposeScope();
        var net = Seeds.Build(1, () => new SelfAttention(Width, heads: 2));
        var (texts, others) = (Texts(1), Texts(1));
        others[.., 4..] += 1;
        var (before, after) = (net.forward(texts), net.forward(others));
        AssertClose(before[.., ..4], after[.., ..4]);
        Assert.True((before[.., 4..] - after[.., 4..]).abs().min().item<float>() > 0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_weights_are_shares_of_what_is_seen(bool causal)
    {
        Libtorch.Load();
        using var scope = NewDisposeScope();
        var shares = Seeds.Build(1, () => new SelfAttention(Width, heads: 2, causal)).Weights(Texts(3));
        Assert.Equal([3, 2, Steps, Steps], shares.shape);
        AssertClose(ones(3, 2, Steps), shares.sum(-1));
        Assert.Equal(causal, shares.triu(1).count_nonzero().item<long>() == 0);
    }

    [Fact]
    public void It_outlives_the_scope_that_it_is_built_in()
    {
        Libtorch.Load();
        var net = Seeds.Run(1, seed => Seeds.Build(seed, () => new SelfAttention(Width)))[0];
        using var scope = NewDisposeScope();
        Assert.Equal([1, Steps, Width], net.forward(Texts(1)).shape);
    }

    [Fact]
    public void Heads_that_do_not_share_the_width_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => new SelfAttention(10, heads: 3));
        Assert.StartsWith("Found a width of 10 for 3 heads. Expected a multiple of 3.", error.Message, StringComparison.Ordinal);
    }

    private static Tensor Texts(int count)
    {
        using var draws = new Generator(5);
        return randn([count, Steps, Width], float32, generator: draws);
    }

    private static void AssertClose(Tensor expected, Tensor found)
    {
        Assert.Equal(expected.shape, found.shape);
        Assert.True((expected - found).abs().max().item<float>() < 1e-5, $"{(expected - found).abs().max().item<float>()} apart");
    }
}
