using Notebooks.Book.Code;

namespace Book.Tests.Building;

/// <summary>Which lines of a cell that shows a figure only draw it.</summary>
public class DrawingTests
{
    [Theory]
    [InlineData("Chart.Line(x)\n    .Titled(\"A\")", 0)]
    [InlineData("var x = Learn();\nChart.Line(x)\n    .Titled(\"A\")", 1)]
    [InlineData("Chart Panel(string name) => Chart.Line(x)\n    .Titled(name);\nChart.Grid(Panel(\"a\"), Panel(\"b\"))", 0)]
    [InlineData("var x = 1;\n// Both in one.\nvar both = names.Select(n => Chart.Of(n));\nChart.Grid(both)", 1)]
    public void The_last_expression_and_what_makes_its_parts_draw(string code, int line) => Assert.Equal(line, DrawingLines.Begin(code));

    [Theory]
    [InlineData("Chart.Line(x)")]
    [InlineData("var figure = new Live();\nTrain.Run(net, observer: figure);")]
    [InlineData("var x = 1;\nChart.Line(x)")]
    [InlineData("")]
    [InlineData("this is } no C#")]
    public void One_line_and_what_computes_stay(string code) => Assert.Null(DrawingLines.Begin(code));

    [Fact]
    public void A_function_that_makes_something_else_is_no_drawing() =>
        Assert.Equal(1, DrawingLines.Begin("double Half(double x) => x / 2;\nChart.Line(\n    Half(x))"));
}
