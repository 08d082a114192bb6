[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Bounds;

/// <summary>A measured figure beside what is allowed.</summary>
internal static class Bound
{
    /// <summary>Prints both; fails where the figure is larger.</summary>
    /// <param name="what">What is measured.</param>
    /// <param name="found">The figure.</param>
    /// <param name="most">What is allowed.</param>
    /// <param name="aim">Where it should come to, if it is not there yet: it is printed, and fails nothing.</param>
    public static void Hold(string what, double found, double most, double? aim = null)
    {
        var aimed = aim is null ? "" : FormattableString.Invariant($", aim {aim:0.##}");
        Console.WriteLine(FormattableString.Invariant($"{what,-90} {found,10:0.##}   at most {most:0.##}{aimed}"));
        Assert.True(found <= most, FormattableString.Invariant($"{what}: {found:0.##}, where at most {most:0.##} is allowed"));
    }
}
