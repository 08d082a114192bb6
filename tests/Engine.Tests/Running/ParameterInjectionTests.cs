using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Notebooks.Documents;
using Notebooks.Running.Parameters;

namespace Engine.Tests.Running;

public class ParameterInjectionTests
{
    [Theory]
    [InlineData("var epochs = 200; // how long", "epochs=5", "var epochs = 5; // how long")]
    [InlineData("var epochs = -200;", "epochs=-5", "var epochs = -5;")]
    [InlineData("var lr = 0.1;", "lr=1", "var lr = 1.0;")]
    [InlineData("double lr = 1;", "lr=1e-5", "double lr = 1E-05;")]
    [InlineData("var lr = 0.1f;", "lr=0.25", "var lr = 0.25f;")]
    [InlineData("long n = 1;", "n=9000000000", "long n = 9000000000L;")]
    [InlineData("var m = 1.5m;", "m=2.50", "var m = 2.50m;")]
    [InlineData("const bool fast = false;", "fast=True", "const bool fast = true;")]
    [InlineData("var name = \"a\";", "name=b \"c\" \\ = d", "var name = \"b \\\"c\\\" \\\\ = d\";")]
    [InlineData("string name = null;", "name=", "string name = \"\";")]
    [InlineData("var c = 'a';", "c='", "var c = '\\'';")]
    [InlineData("int n = 2 * 50;", "n=7", "int n = 7;")]
    [InlineData("int? n = null;", "n=7", "int? n = 7;")]
    [InlineData("int a = 1, b = 2;", "b=3", "int a = 1, b = 3;")]
    [InlineData("#!time\nvar a = 1;\nvar b = (2);", "b=3", "#!time\nvar a = 1;\nvar b = 3;")]
    public void The_value_is_replaced_and_nothing_else(string source, string assignment, string result)
    {
        var notebook = Notebook(source);

        Assert.Empty(ParameterInjection.Apply([notebook], [assignment]));
        Assert.Equal(result, notebook.Cells[0].Source);
    }

    [Theory]
    [InlineData("var epochs = 200;", "epochs=0.5", "--param epochs=0.5: in n.ipynb, epochs is of type int, and \"0.5\" is not")]
    [InlineData(
        "var epochs = 200;", "epochs=3000000000", "--param epochs=3000000000: in n.ipynb, epochs is of type int, and "
            + "\"3000000000\" is not")]
    [InlineData("var lr = 0.1;", "lr=0,1", "--param lr=0,1: in n.ipynb, lr is of type double, and \"0,1\" is not")]
    [InlineData("var lr = 0.1;", "lr=NaN", "--param lr=NaN: in n.ipynb, lr is of type double, and \"NaN\" is not")]
    [InlineData("var fast = true;", "fast=1", "--param fast=1: in n.ipynb, fast is of type bool, and \"1\" is not")]
    [InlineData("var c = 'a';", "c=ab", "--param c=ab: in n.ipynb, c is of type char, and \"ab\" is not")]
    [InlineData("var lr = 0.1; var x = Compute(); int n = 1;", "x=1", "--param x=1: no parameter x; known: lr (double), n (int)")]
    [InlineData(
        "// nothing", "x=1", "--param x=1: no parameter x; no selected notebook has any (a cell tagged \"parameters\" declares them)")]
    [InlineData("var x = 1;", "=1", "--param =1: NAME=VALUE is expected")]
    public void A_value_that_does_not_fit_is_refused(string source, string assignment, string mistake)
    {
        var notebook = Notebook(source);

        Assert.Equal([mistake], ParameterInjection.Apply([notebook], [assignment]));
        Assert.Equal(source, notebook.Cells[0].Source);
    }

    [Fact]
    public void One_mistake_leaves_everything_as_it_was()
    {
        var notebook = Notebook("var a = 1; var b = 2;");

        Assert.Equal(2, ParameterInjection.Apply([notebook], ["a=5", "a=6", "b=x"]).Count);
        Assert.Equal("var a = 1; var b = 2;", notebook.Cells[0].Source);
    }

    [Fact]
    public void A_name_that_only_some_notebooks_know_is_set_there()
    {
        var knows = Notebook("var fast = false;");
        var does_not = Notebook("var slow = false;");

        Assert.Empty(ParameterInjection.Apply([knows, does_not], ["fast=true"]));
        Assert.Equal(("var fast = true;", "var slow = false;"), (knows.Cells[0].Source, does_not.Cells[0].Source));
    }

    [Fact]
    public void Only_the_tagged_cell_has_parameters() =>
        Assert.NotEmpty(ParameterInjection.Apply([Notebook("var a = 1;", tag: "other")], ["a=2"]));

    [Fact]
    public void Every_number_arrives_as_it_was_given() =>
        Prop.ForAll<NormalFloat>(number =>
        {
            var notebook = Notebook("var x = 0.0;");
            Assert.Empty(ParameterInjection.Apply([notebook], [string.Create(CultureInfo.InvariantCulture, $"x={number.Get:R}")]));
            var literal = notebook.Cells[0].Source["var x = ".Length..^1];
            Assert.Equal(number.Get, double.Parse(literal, CultureInfo.InvariantCulture));
            Assert.Contains(literal, character => character is '.' or 'E');
        }).QuickCheckThrowOnFailure();

    private static NotebookDocument Notebook(string source, string tag = "parameters") => NotebookDocument.Parse(
        Encoding.UTF8.GetBytes(new JsonObject
        {
            ["nbformat"] = 4,
            ["cells"] = new JsonArray(new JsonObject
            {
                ["cell_type"] = "code",
                ["metadata"] = new JsonObject { ["tags"] = new JsonArray(tag) },
                ["source"] = source,
            }),
        }.ToJsonString()),
        "n.ipynb");
}
