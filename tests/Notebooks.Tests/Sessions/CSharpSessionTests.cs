namespace Notebooks.Tests.Sessions;

public sealed class CSharpSessionTests : IDisposable
{
    private readonly TestSession session = new();

    public void Dispose() => session.Dispose();

    [Fact]
    public async Task A_cell_sees_what_earlier_cells_declared()
    {
        await session.Run("var x = 20; int Twice(int n) => 2 * n; record Point(int X, int Y);");

        Assert.Equal("(40, 3)", (await session.Run("$\"({Twice(x)}, {new Point(3, 4).X})\"")).Text);
    }

    [Fact]
    public async Task A_cell_that_ends_in_a_statement_has_no_value() =>
        Assert.Null((await session.Run("var x = 1;")).Result.Value);

    [Fact]
    public async Task A_cell_may_await() =>
        Assert.Equal("done", (await session.Run("await Task.Delay(1); \"done\"")).Text);

    [Fact]
    public async Task Console_output_and_displays_keep_their_order()
    {
        var run = await session.Run("Console.Write(1); Console.WriteLine(2); display(\"three\"); Console.Error.Write(4); Console.Write(5);");

        Assert.Equal(["stdout:12\n", "display:three", "stderr:4", "stdout:5"], run.Events.Select(TestSession.Show));
    }
}
