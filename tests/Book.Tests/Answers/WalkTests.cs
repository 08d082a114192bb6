using Book.Tests.Machine;
using NeuralNets.Data;

namespace Book.Tests.Answers;

/// <summary>A loss seen as a landscape, and a walk on it.</summary>
public class WalkTests
{
    [Fact]
    public void The_losses_of_lines_are_their_mean_squared_errors_and_the_network_stays()
    {
        var (run, sample) = (Case.All["a line"].Begin(), Sample.Published());
        var before = run.Network.Parameters.ToArray();
        (double Slope, double Level)[] lines = [(0.5, 1), (-0.9, 1.43)];
        var expected = lines.Select(line => sample.X.Zip(sample.Y, (x, y) => Math.Pow(y - line.Level - (line.Slope * x), 2)).Average());
        Assert.All(
            run.Losses([0.5, 1, -0.9, 1.43]).Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
        Assert.Equal(before, run.Network.Parameters.ToArray());
        Assert.Throws<ArgumentException>(() => run.Losses([1, 2, 3]));
    }

    [Fact]
    public void A_walk_has_the_start_and_the_place_after_each_step()
    {
        var (walking, stepping) = (Case.All["moons"].Begin(), Case.All["moons"].Begin());
        var path = walking.Walk(3).Chunk(stepping.Network.ParameterCount).ToArray();
        Assert.Equal(4, path.Length);
        foreach (var place in path)
        {
            Assert.Equal(stepping.Network.Parameters.ToArray(), place);
            stepping.Step();
        }

        Assert.Equal(3, walking.Steps);
        Assert.Throws<ArgumentOutOfRangeException>(() => walking.Walk(-1));
    }
}
