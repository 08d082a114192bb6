using Book.Tests.Browser;

namespace Book.Tests.Cells;

/// <summary>The notebooks whose cells run in the page.</summary>
[Collection("Programs")]
public class RunningNotebookTests(BrowserFixture browser)
{
    public static TheoryData<string> Names => [.. RunningNotebook.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Its_cells_show_in_the_page_what_is_committed(string name)
    {
        var program = await CellProgram.StartAsync(browser);
        var drifts = await RunningNotebook.DriftsAsync(name, program);
        Assert.True(drifts.Count == 0, string.Join('\n', drifts));
    }
}
