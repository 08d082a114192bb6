namespace NeuralNets.Tests.Charts;

/// <summary>
/// Each kind as a committed picture that a person can look at. After a wanted change: set UPDATE_SNAPSHOTS=1, run the tests,
/// look at the pictures, commit them.
/// </summary>
public class ChartsSnapshotTests
{
    public static IEnumerable<TheoryDataRow<string>> Kinds => FigureGallery.Kinds.Keys.Select(kind => new TheoryDataRow<string>(kind));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_static_picture_is_the_committed_one(string kind) => Compare($"{kind}.svg", FigureGallery.Kinds[kind]().ToSvg() + "\n");

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_attribute_of_the_static_picture_has_its_value(string kind) =>
        Assert.DoesNotContain("=\"{", FigureGallery.Kinds[kind]().ToSvg(), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_live_figure_is_the_committed_one(string kind)
        => Compare($"{kind}.json", FigureGallery.Kinds[kind]().ToPlotlyJson().Replace("],\"", "],\n\"", StringComparison.Ordinal) + "\n");

    private static void Compare(string name, string found)
    {
        var path = Path.Combine(Folder(), name);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(path, found);
        Assert.True(File.Exists(path), $"No snapshot {name}. Set UPDATE_SNAPSHOTS=1 and run once.");
        Assert.Equal(File.ReadAllText(path), found);
    }

    private static string Folder([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "Snapshots");
}
