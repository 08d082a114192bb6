using System.Xml.Linq;
using Testing;

namespace Notebooks.Tests.CommandLine;

/// <summary>What CI asks of a run: errors that are allowed, limits, JUnit files, annotations.</summary>
public sealed class RunReportTests : IDisposable
{
    private readonly NotebookFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task With_allowed_errors_a_notebook_goes_on_unless_its_process_is_gone()
    {
        folder.Write("n.ipynb", "throw new Exception(\"first\");", "\"goes on\"");
        folder.Write("gone.ipynb", "Environment.Exit(3);", "\"never\"");

        var call = await Cli.RunAsync(folder.Path, "run", "n.ipynb", "--allow-errors");
        var gone = await Cli.RunAsync(folder.Path, "run", "gone.ipynb", "--allow-errors");

        Assert.Equal(0, call.ExitStatus);
        Assert.Contains("n.ipynb, cell 1: Exception: first", call.Problems, StringComparison.Ordinal);
        Assert.Contains("ok, but cell 1 failed", call.Output, StringComparison.Ordinal);
        Assert.Equal(["Exception"], folder.Outputs("n.ipynb", 0));
        Assert.Equal(["goes on"], folder.Outputs("n.ipynb", 1));
        Assert.Equal(1, gone.ExitStatus);
        Assert.Empty(folder.Outputs("gone.ipynb", 1));
    }

    [Fact]
    public async Task A_process_that_does_not_get_ready_in_time_is_given_up()
    {
        folder.Write("n.ipynb", "\"1\"");

        var call = await Cli.RunAsync(folder.Path, "run", "n.ipynb", "--kernel-timeout", "0.001");

        Assert.Equal(1, call.ExitStatus);
        Assert.Contains("not ready after 0.001 s", call.Problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_JUnit_file_has_a_test_for_each_cell()
    {
        folder.Write("a.ipynb", "var x = 1;", "// skip-execution\nx", "throw new Exception(\"why \\u001b & <b>\");", "x");
        folder.Write("b.ipynb", "\"good\"");

        var call = await Cli.RunAsync(folder.Path, "run", "a.ipynb", "b.ipynb", "--junit", "reports/junit.xml");

        Assert.Equal(1, call.ExitStatus);
        var suites = XDocument.Load(folder.In("reports/junit.xml")).Root!.Elements("testsuite").ToList();
        Assert.Equal(["a.ipynb", "b.ipynb"], suites.Select(suite => (string?)suite.Attribute("name")));
        Assert.Equal(["4", "1", "0", "2"], Attributes(suites[0], "tests", "failures", "errors", "skipped"));
        Assert.Equal(["1", "0", "0", "0"], Attributes(suites[1], "tests", "failures", "errors", "skipped"));
        var tests = suites[0].Elements("testcase").ToList();
        Assert.Equal(
            ["cell 1: var x = 1;", "// skip-execution", "cell 2: throw new Exception(\"why \\u001b & <b>\");", "cell 3: x"],
            tests.Select(test => (string?)test.Attribute("name")));
        var failure = tests[2].Element("failure")!;
        Assert.Equal(["Exception", "why \uFFFD & <b>"], Attributes(failure, "type", "message"));
        Assert.Contains("a.ipynb, cell 2, line 1", failure.Value, StringComparison.Ordinal);
        // The schema that CI systems share wants these, in this order.
        Assert.All(suites, suite => Assert.Equal(
            ["properties", "testcase", "system-out", "system-err"], suite.Elements().Select(part => part.Name.LocalName).Distinct()));
        Assert.All(suites, suite => Assert.All(Attributes(suite, "package", "id", "timestamp", "hostname", "time"), Assert.NotNull));
    }

    [Fact]
    public async Task A_drift_is_a_failure_in_a_JUnit_file()
    {
        folder.Write("n.ipynb", "\"now\"");
        await Cli.RunAsync(folder.Path, "run", "n.ipynb");
        var notebook = folder.Load("n.ipynb");
        notebook.Cells[0].Outputs[0]!["data"]!["text/plain"] = "before";
        notebook.Save(folder.In("n.ipynb"));

        var call = await Cli.RunAsync(folder.Path, "check", "n.ipynb", "--junit", "j.xml");

        Assert.Equal(1, call.ExitStatus);
        var failure = XDocument.Load(folder.In("j.xml")).Descendants("failure").Single();
        Assert.Equal("Drift", (string?)failure.Attribute("type"));
        Assert.Contains("before", failure.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GitHub_is_told_the_line_of_the_file_with_its_escapes()
    {
        folder.Write("n.ipynb", "1", "var x = 1;\nthrow new Exception(\"50%\\nof, it: all\");");
        var line = (await File.ReadAllLinesAsync(folder.In("n.ipynb"), TestContext.Current.CancellationToken))
            .Index().Single(line => line.Item.Contains("throw new", StringComparison.Ordinal)).Index + 1;
        var start = Cli.StartInfo(folder.Path, "run", "n.ipynb", "--output", "out");
        start.Environment["GITHUB_ACTIONS"] = "true";
        start.Environment["GITHUB_WORKSPACE"] = Path.GetDirectoryName(folder.Path);

        using var process = System.Diagnostics.Process.Start(start)!;
        var call = await Cli.EndAsync(process);

        var annotation = call.Output.Split('\n').Single(text => text.StartsWith("::", StringComparison.Ordinal));
        var file = $"{Path.GetFileName(folder.Path)}/n.ipynb";
        Assert.StartsWith(
            $"::error file={file},line={line},title=Cell 2%3A Exception::Exception: 50%25%0Aof, it: all%0A",
            annotation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_GitHub_there_are_no_annotations()
    {
        folder.Write("n.ipynb", "throw new Exception(\"why\");");
        var start = Cli.StartInfo(folder.Path, "run", "n.ipynb");
        start.Environment.Remove("GITHUB_ACTIONS");

        using var process = System.Diagnostics.Process.Start(start)!;
        var call = await Cli.EndAsync(process);

        Assert.DoesNotContain("::error", call.Output, StringComparison.Ordinal);
    }

    private static string?[] Attributes(XElement element, params string[] names) =>
        [.. names.Select(name => (string?)element.Attribute(name))];
}
