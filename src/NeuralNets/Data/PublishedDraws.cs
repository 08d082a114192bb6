using TorchSharp;

namespace NeuralNets.Data;

/// <summary>
/// torch's random stream as the published chapter used it: seeded with 42 once, then drawn from by one section after the
/// other. A notebook that starts in the middle redoes the earlier draws, so that its numbers are the published ones.
/// </summary>
public static class PublishedDraws
{
    /// <summary>Hidden units of the networks drawn before each place; 0 stands for the linear network.</summary>
    private static readonly (ChapterPlace Place, int Hidden, string Name)[] Nets =
    [
        (ChapterPlace.LinearNet, 0, "the linear net"),
        (ChapterPlace.ReluNet, 10, "the 1-10-1 ReLU net"),
        (ChapterPlace.SmallReluNet, 4, "the 1-4-1 ReLU net"),
        (ChapterPlace.TanhNet, 10, "the 1-10-1 tanh net"),
        (ChapterPlace.LossComparison, 10, "the net of the loss comparison"),
        (ChapterPlace.OptimizerComparison, 10, "the net of the optimizer comparison"),
        (ChapterPlace.MiniBatches, 10, "the net for mini-batches"),
    ];

    /// <summary>Seeds torch with 42 and redoes every draw of the chapter before a place.</summary>
    /// <param name="place">The draw that comes next.</param>
    /// <returns>One sentence that says where the stream now stands.</returns>
    public static string GoTo(ChapterPlace place)
    {
        if (!Enum.IsDefined(place))
            throw new ArgumentOutOfRangeException(nameof(place), place, $"{place} is no place in the chapter.");

        torch.manual_seed(42);
        if (place is ChapterPlace.Autograd or ChapterPlace.Optimizer)
            return "torch's random stream: seed 42, nothing drawn yet; next: a and b.";

        using var scope = torch.NewDisposeScope();
        torch.randn(1);
        torch.randn(1);
        var earlier = Nets.TakeWhile(net => net.Place < place).ToList();
        foreach (var net in earlier)
            DrawNet(net.Hidden);

        var drawn = string.Join(", ", earlier.Select(net => net.Name).Prepend("a, b"));
        return $"torch's random stream: seed 42, drawn so far: {drawn}; next: {Nets.Single(net => net.Place == place).Name}.";
    }

    private static void DrawNet(int hidden)
    {
        if (hidden == 0)
        {
            using var line = torch.nn.Linear(1, 1);
            return;
        }

        using var first = torch.nn.Linear(1, hidden);
        using var second = torch.nn.Linear(hidden, 1);
    }
}
