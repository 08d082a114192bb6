namespace Notebooks.Tests;

public class SmokeTests
{
    [Fact]
    public void A_cell_without_an_error_succeeded() => Assert.True(new Sessions.CellResult(null, null).Succeeded);
}
