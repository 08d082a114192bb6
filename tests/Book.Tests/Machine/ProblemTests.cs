using NeuralNets.Data;
using NeuralNets.Page.Playground;

namespace Book.Tests.Machine;

/// <summary>The problems that the pages' program draws.</summary>
public class ProblemTests
{
    [Fact]
    public void The_parabola_is_the_chapters_sample()
    {
        var (problem, sample) = (Problems.Draw(ProblemKind.Parabola, 0.1, 100, 42), Sample.Published());
        Assert.Equal(sample.X, problem.Training.Chunk(2).Select(point => point[0]));
        Assert.Equal(sample.Y, problem.Training.Chunk(2).Select(point => point[1]));
        Assert.Equal(sample.YTrue, sample.X.Select(problem.Truth!));
        Assert.Equal(Sample.Draw(seed: 43).Y, problem.HeldOut.Chunk(2).Select(point => point[1]));
    }

    [Fact]
    public void A_sine_without_noise_is_the_sine()
    {
        var problem = Problems.Draw(ProblemKind.Sine, 0, 50, 1);
        Assert.All(problem.Training.Chunk(2), point => Assert.Equal(Math.Sin(2 * Math.PI * point[0]), point[1], 1e-12));
        Assert.Equal(0, new Run(problem, Line).TrueLoss - new Run(problem, Line).TrainingLoss, 1e-12);
    }

    [Fact]
    public void Moons_without_noise_are_two_half_circles_that_reach_into_each_other()
    {
        var points = Problems.Draw(ProblemKind.Moons, 0, 200, 5).Training.Chunk(3).ToArray();
        foreach (var (side, x, y) in new[] { (0, -0.5, -0.25), (1, 0.5, 0.25) })
        {
            var moon = points.Where(point => point[2] == side).ToArray();
            Assert.Equal(100, moon.Length);
            Assert.All(moon, point => Assert.Equal(1, double.Hypot(point[0] - x, point[1] - y), 1e-12));
            Assert.All(moon, point => Assert.True(side == 0 ? point[1] >= y : point[1] <= y));
        }
    }

    [Fact]
    public void The_arms_of_a_spiral_are_each_other_turned_by_half_a_turn_and_leave_the_middle_alike()
    {
        var points = Problems.Draw(ProblemKind.Spiral, 0, 200, 5).Training.Chunk(3).ToArray();
        Assert.All(points, point =>
        {
            var radius = double.Hypot(point[0], point[1]);
            var angle = Math.PI * ((3 * (radius - 0.1) / 0.9) + point[2]);
            Assert.InRange(radius, 0.1, 1);
            Assert.Equal(radius * Math.Cos(angle), point[0], 1e-9);
            Assert.Equal(radius * Math.Sin(angle), point[1], 1e-9);
        });
    }

    [Theory]
    [InlineData(ProblemKind.Parabola)]
    [InlineData(ProblemKind.Sine)]
    [InlineData(ProblemKind.Moons)]
    [InlineData(ProblemKind.Spiral)]
    internal void The_same_seed_gives_the_same_points_another_gives_others_and_noise_moves_them(ProblemKind kind)
    {
        double[] Points(double noise, int seed) => Problems.Draw(kind, noise, 60, seed).Training;
        Assert.Equal(Points(0.1, 1), Points(0.1, 1));
        Assert.NotEqual(Points(0.1, 1), Points(0.1, 2));
        Assert.NotEqual(Points(0.1, 1), Problems.Draw(kind, 0.1, 60, 1).HeldOut);
        var moved = Points(0.1, 1).Zip(Points(0, 1), (with, without) => with - without).Where(shift => shift != 0).ToArray();
        Assert.InRange(Math.Sqrt(moved.Average(shift => shift * shift)), 0.07, 0.13);
    }

    [Fact]
    public void Points_of_ones_own_may_leave_nothing_held_out()
    {
        var run = new Run(Problem.Of(hasClasses: false, [0, 1, 1, 3], []), Line);
        Assert.True(double.IsNaN(run.HeldOutLoss));
        Assert.True(double.IsNaN(run.TrueLoss));
        for (var step = 0; step < 2000; step++)
            run.Step();
        Assert.Equal([1, 3, 5], run.Predict([0, 1, 2]).Select(y => Math.Round(y, 6)));
    }

    private static Settings Line => new(
        [], NeuralNets.Scratch.Perceptrons.Activation.Relu, NeuralNets.Scratch.Perceptrons.Loss.MeanSquaredError,
        OptimizerKind.Sgd, 0.1, 0, 0, 0, 0);
}
