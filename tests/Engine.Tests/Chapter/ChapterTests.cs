using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Notebooks.Documents;

namespace Engine.Tests.Chapter;

/// <summary>What holds for every notebook of the chapter, as it is written.</summary>
public partial class ChapterTests
{
    private const string Kernelspec = """{"display_name":".NET (C#)","language":"C#","name":".net-csharp"}""";
    private const string KernelInfo =
        """{"kernelInfo":{"defaultKernelName":"csharp","items":[{"aliases":[],"languageName":"csharp","name":"csharp"}]}}""";
    private const string LanguageInfo = """{"name":"polyglot-notebook"}""";

    public static TheoryData<string> Names => [.. ChapterNotebook.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_first_code_cell_loads_the_library_and_names_namespaces_and_does_nothing_else(string name)
    {
        var lines = ChapterNotebook.Load(name).CodeCells[0].Source.Split('\n');
        Assert.Equal("#r \"../src/NeuralNets/bin/NeuralNets.dll\"", lines[0]);
        Assert.All(lines[1..], line => Assert.Matches(UsingLine(), line));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Later_cells_use_no_command_of_a_particular_engine(string name) =>
        Assert.All(ChapterNotebook.Load(name).CodeCells.Skip(1).SelectMany(cell => cell.Source.Split('\n')), line =>
            Assert.False(line.StartsWith('#'), $"'{line}' is a command of the engine; only the first cell has one, its #r"));

    // What display(…) returns has an Update that does nothing in the real kernel since June 2025; live figures do not use it.
    [Theory]
    [MemberData(nameof(Names))]
    public void No_cell_updates_a_display_by_hand(string name) =>
        Assert.All(ChapterNotebook.Load(name).CodeCells, cell => Assert.DoesNotMatch(UpdateOfADisplay(), cell.Source));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_metadata_are_as_VS_Code_writes_them(string name)
    {
        var notebook = ChapterNotebook.Load(name);
        AssertJson(Kernelspec, notebook.Document.Metadata["kernelspec"]);
        AssertJson(LanguageInfo, notebook.Document.Metadata["language_info"]);
        AssertJson(KernelInfo, notebook.Document.Metadata["polyglot_notebook"]);
        Assert.All(notebook.CodeCells, cell =>
        {
            AssertJson(LanguageInfo, cell.Metadata["language_info"]);
            AssertJson("""{"kernelName":"csharp"}""", cell.Metadata["polyglot_notebook"]);
        });
    }

    // A number from print may stand beside the word that says so, in a check; everywhere else results are computed.
    [Theory]
    [MemberData(nameof(Names))]
    public void Published_results_stand_in_checks_only(string name) =>
        Assert.All(ChapterNotebook.Load(name).CodeCells.SelectMany(cell => cell.Source.Split('\n')), line =>
            Assert.True(line.TrimStart().StartsWith("Check.", StringComparison.Ordinal)
                || !Result().IsMatch(line), $"'{line}' has a result written in it"));

    [Theory]
    [MemberData(nameof(Names))]
    public void It_says_what_it_teaches_and_how_long_it_takes(string name)
    {
        var prose = ChapterNotebook.Load(name).Prose;
        Assert.StartsWith("# ", prose[0], StringComparison.Ordinal);
        Assert.Contains("**What you will learn**", prose[0], StringComparison.Ordinal);
        Assert.Matches(Minutes(), prose[0]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_outputs_are_committed_and_none_is_an_error_that_is_not_meant(string name)
    {
        var cells = ChapterNotebook.Load(name).CodeCells;
        Assert.All(cells, cell => Assert.NotNull(cell.ExecutionCount));
        Assert.DoesNotContain(cells.Where(cell => !cell.Tags.Contains("raises-exception")), HasError);
    }

    private static bool HasError(NotebookCell cell) => cell.Outputs.Any(output => (string?)output!["output_type"] == "error");

    private static void AssertJson(string expected, JsonNode? found) =>
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(expected), found), $"found {found?.ToJsonString() ?? "nothing"}, expected {expected}");

    [GeneratedRegex(@"^using [\w. =]+;$")]
    private static partial Regex UsingLine();

    [GeneratedRegex(@"display\(.*\)\s*\.Update\(|DisplayedValue")]
    private static partial Regex UpdateOfADisplay();

    /// <summary>The chapter's printed results, as far as nobody would choose such a number as a setting.</summary>
    [GeneratedRegex(
        @"0\.0575|0\.0498|0\.0496|0\.0021|0\.0373|0\.0099|0\.0038|0\.0037|0\.4967|0\.1382643|"
        + @"1\.4058|0\.8373|1\.4345|0\.8939|1\.3978|0\.8214|0\.2191|0\.2018|9\.1667")]
    private static partial Regex Result();

    [GeneratedRegex(@"\d+ minutes|an hour")]
    private static partial Regex Minutes();
}
