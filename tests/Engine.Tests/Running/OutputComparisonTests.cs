using System.Text.Json.Nodes;
using Notebooks.Running.Checking;

namespace Engine.Tests.Running;

public class OutputComparisonTests
{
    [Fact]
    public void Streams_are_compared_as_a_whole_however_they_were_cut() =>
        AssertSame(
            """[{"output_type":"stream","name":"stdout","text":"a\nb"},{"output_type":"display_data","data":{"text/plain":"d"}},{"output_type":"stream","name":"stdout","text":"c\n"}]""",
            """[{"output_type":"stream","name":"stdout","text":"a\nbc"},{"output_type":"display_data","data":{"text/plain":"d"}}]""");

    [Fact]
    public void Charts_are_compared_by_their_data_never_by_their_markup() =>
        AssertSame(
            Html("""<div id="one"><svg viewBox="0 0 1 1"><text>0.5</text></svg><script type="application/json">{"y":[1,2.5],"title":"MSE 0.0498"}</script><script>f('one')</script></div>"""),
            Html("""<section id='x-2'><svg><path d="M1"/></svg><script id=x type="application/json">{"title":"MSE 0.04980001","y":[1.0000001,2.5]}</script></section>"""));

    [Theory]
    [InlineData("""{"y":[1,2.5]}""", """{"y":[1,2.6]}""", "chart.y[1]: 2.5", "chart.y[1]: 2.6")]
    [InlineData("""{"y":[1,2.5]}""", """{"y":[1]}""", "chart.y: 2 values", "chart.y: 1 values")]
    [InlineData("""{"y":1}""", """{"y":1,"z":[0]}""", "chart.z: (nothing)", "chart.z: [0]")]
    [InlineData("""{"y":1,"z":null}""", """{"y":1}""", "chart.z: null", "chart.z: (nothing)")]
    [InlineData("""{"y":"a"}""", """{"y":"b"}""", "chart.y: \"a\"", "chart.y: \"b\"")]
    [InlineData("""{"y":[1]}""", """{"y":{"a":1}}""", "chart.y: [1]", "chart.y: {\"a\":1}")]
    [InlineData("""{"y":true}""", """{"y":false}""", "chart.y: true", "chart.y: false")]
    public void A_chart_that_drifts_says_where(string committed, string current, string expected, string found) =>
        AssertDiffers(
            Html($"<svg></svg><script type=\"application/json\">{committed}</script>"),
            Html($"<svg></svg><script type=\"application/json\">{current}</script>"),
            new Difference(expected, found));

    [Fact]
    public void How_a_chart_looks_does_not_count() =>
        AssertSame(
            Chart("""{"data":[{"type":"scatter","name":"fit","mode":"lines","x":[1,2],"y":[3,4],"line":{"color":"#111","dash":"dash"},"marker":{"size":[5,6]}}],"layout":{"xaxis":{"title":{"text":"x"},"range":[0,1],"ticks":""},"legend2":{"x":0.9}}}"""),
            Chart("""{"data":[{"type":"scatter","name":"fit","x":[1,2],"y":[3,4],"line":{"color":"#222","simplify":false},"marker":{"size":[5,6],"opacity":1}}],"layout":{"xaxis":{"title":{"text":"x"},"range":[0,2]},"margin":{"l":0}}}"""));

    [Theory]
    [InlineData("\"y\":[3,4]", "\"y\":[3,5]", "chart.data[0].y[1]: 4", "chart.data[0].y[1]: 5")]
    [InlineData("\"size\":[5,6]", "\"size\":[5,7]", "chart.data[0].marker.size[1]: 6", "chart.data[0].marker.size[1]: 7")]
    [InlineData(
        "true MSE 0.0498", "true MSE 0.0512", "chart.layout.annotations[0].text: \"true MSE "
            + "0.0498\"", "chart.layout.annotations[0].text: \"true MSE 0.0512\"")]
    [InlineData("\"y\":[8]", "\"y\":[9]", "chart.frames[0].data[0].y[0]: 8", "chart.frames[0].data[0].y[0]: 9")]
    public void What_a_chart_says_counts(string old, string changed, string expected, string found)
    {
        const string chart =
            """{"data":[{"name":"fit","x":[1,2],"y":[3,4],"marker":{"size":[5,6]}}],"layout":{"annotations":[{"text":"true MSE 0.0498","font":{"size":3}}]},"frames":[{"data":[{"y":[8]}]}]}""";
        AssertDiffers(Chart(chart), Chart(chart.Replace(old, changed, StringComparison.Ordinal)), new Difference(expected, found));
    }

    [Fact]
    public void Of_other_html_the_visible_text_counts()
    {
        AssertSame(
            Html("<style>.a{}</style><table id='t1'><tr><td>a &lt; b</td></tr><tr><td>1.5</td></tr></table>"),
            Html("<table class=z><tr><td>a &#60; b</td></tr>\n<tr><td>1.500001</td></tr></table><script>x</script>"));
        AssertDiffers(Html("<td>1.5</td>"), Html("<td>1.6</td>"), new Difference("1.5", "1.6"));
    }

    [Fact]
    public void Outputs_that_are_missing_or_new_differ()
    {
        const string one = """[{"output_type":"execute_result","data":{"text/plain":"42"}}]""";

        AssertDiffers(one, "[]", new Difference("42", Difference.Nothing));
        AssertDiffers("[]", one, new Difference(Difference.Nothing, "42"));
        AssertDiffers(
            one,
            """[{"output_type":"execute_result","data":{"text/html":"42"}}]""",
            new Difference(Difference.Nothing, "an output of type text/html"),
            new Difference("an output of type text/plain", Difference.Nothing));
    }

    [Fact]
    public void Images_are_compared_by_their_type_alone_and_errors_by_name_and_message()
    {
        AssertSame(
            """[{"output_type":"display_data","data":{"image/png":"aaaa"}}]""",
            """[{"output_type":"display_data","data":{"image/png":"bbbb"}}]""");
        AssertSame(
            """[{"output_type":"error","ename":"E","evalue":"why","traceback":["one"]}]""",
            """[{"output_type":"error","ename":"E","evalue":"why","traceback":["two"]}]""");
        AssertDiffers(
            """[{"output_type":"error","ename":"E","evalue":"why","traceback":[]}]""",
            """[{"output_type":"error","ename":"F","evalue":"why","traceback":[]}]""",
            new Difference("E: why", "F: why"));
    }

    [Fact]
    public void Json_is_compared_by_structure_and_numbers() =>
        AssertSame(
            """[{"output_type":"display_data","data":{"application/json":{"a":1,"b":[2]}}}]""",
            """[{"output_type":"execute_result","execution_count":7,"data":{"application/json":{"b":[2.000001],"a":1}}}]""");

    private static string Chart(string json) => Html($"<svg></svg><script type=\"application/json\">{json}</script>");

    private static string Html(string html) =>
        new JsonArray(
            new JsonObject { ["output_type"] = "display_data", ["data"] = new JsonObject { ["text/html"] = html } }).ToJsonString();

    private static void AssertSame(string expected, string found) => AssertDiffers(expected, found);

    private static void AssertDiffers(string expected, string found, params Difference[] differences) =>
        Assert.Equal(
            differences,
            OutputComparison.Compare(JsonNode.Parse(expected)!.AsArray(), JsonNode.Parse(found)!.AsArray(), Tolerance.Default));
}
