using NeuralNets.Data;
using static TorchSharp.torch;

namespace NeuralNets.Tests.Training;

[Collection(TorchCollection.Name)]
public class PublishedDrawsTests
{
    [Fact]
    public void It_says_where_the_stream_stands() => Assert.Equal(
        "torch's random stream: seed 42, drawn so far: a, b, the linear net; next: the 1-10-1 ReLU net.",
        PublishedDraws.GoTo(ChapterPlace.ReluNet));

    [Theory]
    [InlineData(ChapterPlace.Autograd)]
    [InlineData(ChapterPlace.Optimizer)]
    public void Autograd_and_optimizer_both_start_at_the_seed(ChapterPlace place)
    {
        manual_seed(42);
        var expected = randn(1).item<float>();
        PublishedDraws.GoTo(place);
        Assert.Equal(expected, randn(1).item<float>());
    }

    [Fact]
    public void Every_place_can_be_gone_to_from_anywhere_and_draws_the_same_each_time()
    {
        float Next(ChapterPlace place)
        {
            PublishedDraws.GoTo(place);
            return rand(1).item<float>();
        }

        var places = Enum.GetValues<ChapterPlace>();
        var forwards = places.Select(Next).ToArray();
        var backwards = places.Reverse().Select(Next).Reverse().ToArray();
        Assert.Equal(forwards, backwards);
        Assert.Equal(places.Length - 1, forwards.Distinct().Count()); // Autograd and Optimizer are one place in the stream.
    }

    [Fact]
    public void A_place_outside_the_chapter_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PublishedDraws.GoTo((ChapterPlace)99));
}
