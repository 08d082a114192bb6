using Notebooks.Sessions.Compiling;

namespace Engine.Tests.Sessions;

/// <summary>What a cell costs that comes after many others.</summary>
public sealed class LongSessionTests
{
    [Fact]
    public void Compiling_the_hundredth_cell_takes_hardly_more_memory_than_the_twentieth()
    {
        var compiler = new CellCompiler(Path.GetTempPath());
        var taken = Enumerable.Range(0, 100).Select(position =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var cell = compiler.Compile(new CellToCompile("cell", "1 + 1", [], position), CancellationToken.None);
            Assert.Empty(cell.Diagnostics);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }).ToArray();

        // References that every cell names anew make it four times as much.
        Assert.InRange(taken[80..].Average(), 0, 2 * taken[10..30].Average());
    }
}
