namespace Notebooks.Running;

/// <summary>Options of a run.</summary>
/// <param name="CellTimeout">How long one cell may run; <see cref="Timeout.InfiniteTimeSpan"/> for as long as it likes.</param>
/// <param name="SideBySide">How many notebooks run at the same time.</param>
public sealed record RunOptions(TimeSpan CellTimeout, int SideBySide)
{
    /// <summary>How long a notebook's process may take until it is ready for cells.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Ten minutes a cell; as many notebooks at a time as there are processors, two at least; three at most, for the
    /// sake of the memory.
    /// </summary>
    public static RunOptions Default { get; } = new(TimeSpan.FromMinutes(10), Math.Clamp(Environment.ProcessorCount, 2, 3));
}
