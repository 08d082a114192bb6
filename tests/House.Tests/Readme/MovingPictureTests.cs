using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace House.Tests.Readme;

/// <summary>The pictures with which the README begins: what notebook 04 shows while its network with ReLU trains.</summary>
public sealed partial class MovingPictureTests
{
    private const string Cell = "var reluHistory = Train.Run(\n";

    public static TheoryData<bool, bool> Pictures => new() { { false, false }, { true, false }, { false, true }, { true, true } };

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Are_what_the_notebook_shows(bool isDark, bool isNarrow)
    {
        var name = $"training{(isNarrow ? "-narrow" : "")}{(isDark ? "-dark" : "")}.svg";
        var file = Path.Combine(House.Repository, ".github", name);
        var drawn = new MovingPicture(Figure()).Draw(isDark, isNarrow);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(file, drawn);

        Assert.True(
            drawn == File.ReadAllText(file).ReplaceLineEndings("\n"),
            $".github/{name} is not the figure of notebook 04 any more: set UPDATE_SNAPSHOTS=1, run once, and look at it.");
        Assert.True(Encoding.UTF8.GetByteCount(drawn) < 250_000, name);
    }

    [Fact]
    public void Stand_in_the_README_with_words_for_who_cannot_see_them()
    {
        var picture = File.ReadAllText(Path.Combine(House.Repository, "README.md")).Split("<picture>")[1].Split("</picture>")[0];

        var files = Files().Matches(picture).Select(match => match.Value).ToList();
        Assert.Equal(4, files.Distinct().Count());
        Assert.All(files, file => Assert.True(File.Exists(Path.Combine(House.Repository, file)), file));
        Assert.Matches("alt=\"[^\"]{80,}\"", picture);
        Assert.Equal(2, picture.Split("prefers-color-scheme: dark").Length - 1);
    }

    private static string Figure()
    {
        var notebook = Directory.GetFiles(Path.Combine(House.Repository, "notebooks"), "04-*.ipynb").Single();
        var cells = JsonNode.Parse(File.ReadAllText(notebook))!["cells"]!.AsArray();
        var cell = cells.Single(cell => Text(cell!["source"]!).Contains(Cell, StringComparison.Ordinal));
        return Text(cell!["outputs"]![0]!["data"]!["text/html"]!);
    }

    private static string Text(JsonNode lines) =>
        lines is JsonArray array ? string.Concat(array.Select(line => (string)line!)) : (string)lines!;

    [GeneratedRegex(@"\.github/[\w-]+\.svg")]
    private static partial Regex Files();
}
