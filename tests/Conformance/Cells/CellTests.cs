using Conformance.RealKernel;

namespace Conformance.Cells;

/// <summary>Each cell of the table emits the same in Microsoft's kernel and in ours, or differs as the table says.</summary>
public sealed class CellTests(CellRuns runs) : IClassFixture<CellRuns>
{
    public static TheoryData<string, string> Names => [.. CellTable.All.Select(cell => (cell.Group, cell.Name))];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_cell_answers_as_in_the_real_kernel(string group, string name)
    {
        var cell = CellTable.All.Single(cell => cell.Group == group && cell.Name == name);
        var (real, ours) = (runs.Of(Kernels.Real, cell), runs.Of(Kernels.Ours, cell));

        if (cell.Difference is null)
        {
            Assert.True(real.AgreesWith(ours), Report(cell, "The kernels differ.", real, ours));
            return;
        }

        Assert.True(ours.ToString() == cell.Expected, Report(cell, "Ours is not what the table says.", real, ours));
        Assert.False(
            real.AgreesWith(ours), Report(cell, "The kernels do not differ any more: take the difference out of the table.", real, ours));
    }

    [Fact]
    public void Our_values_have_plain_text_beside_html()
    {
        var values = CellTable.All.SelectMany(cell => runs.Of(Kernels.Ours, cell).Outputs).Where(output => output.Kind == "result")
            .ToList();

        Assert.NotEmpty(values);
        Assert.All(values, value => Assert.Contains("text/plain", value.Content.Keys));
    }

    private static string Report(Cell cell, string what, Transcript real, Transcript ours) =>
        $"""
        {cell.Group}.md, "{cell.Name}": {what}
        ~~~ code
        {cell.Code}
        ~~~ the real kernel
        {real}
        ~~~ ours
        {ours}
        ~~~ end
        """;
}
