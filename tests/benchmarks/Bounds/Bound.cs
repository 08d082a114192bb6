[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Bounds;

/// <summary>A measured figure beside what is allowed.</summary>
internal static class Bound
{
    /// <summary>Prints both; fails where the figure is larger.</summary>
    public static void Hold(string what, double found, double most)
    {
        Console.WriteLine(FormattableString.Invariant($"{what,-90} {found,10:0.##}   at most {most:0.##}"));
        Assert.True(found <= most, FormattableString.Invariant($"{what}: {found:0.##}, where at most {most:0.##} is allowed"));
    }
}
