using System.Globalization;

namespace PageTorch.Tests.Snippets;

/// <summary>
/// Lines of C#, compiled and run twice, with a page's library and with TorchSharp: both say the same, or fail with the same sentence.
/// </summary>
public class SnippetTests
{
    private const string NumbersMark = "numbers of ";

    private static readonly Lazy<World> OurWorld = new(() => World.OfPage(Texts));
    private static readonly Lazy<World> TheirWorld = new(() => World.OfTorchSharp(Texts));

    private static string[] Texts => [.. Files.SelectMany(file => Lines(file).Select(line => line.Text))];

    private static IEnumerable<string> Files =>
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Snippets"), "*.txt").Order(StringComparer.Ordinal);

    public static TheoryData<string, string, int> All =>
    [
        .. Files.SelectMany(file => Lines(file).Select(line => (File: Path.GetFileNameWithoutExtension(file), line.Text)))
            .Select((one, number) => new TheoryDataRow<string, string, int>(one.File, one.Text, number)),
    ];

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(All))]
    public void A_line_says_the_same_in_a_page_as_with_TorchSharp(string file, string text, int number)
    {
        var (found, expected) = (OurWorld.Value.Run(number), TheirWorld.Value.Run(number));
        if (!expected.StartsWith(NumbersMark, StringComparison.Ordinal))
        {
            Assert.True(expected == found, $"{file}: {text}\nexpected: {expected}\nfound:    {found}");
            return;
        }

        var isSingle = expected.StartsWith($"{NumbersMark}Float32", StringComparison.Ordinal);
        var (theirs, ours) = (Numbers(expected), Numbers(found));
        Assert.True(theirs.Length == ours.Length, $"{file}: {text}\nexpected: {expected}\nfound:    {found}");
        for (var i = 0; i < theirs.Length; i++)
        {
            Assert.True(
                theirs[i].Equals(ours[i]) || Math.Abs(theirs[i] - ours[i]) <= Both.Tolerance(isSingle, theirs[i]),
                $"{file}: {text}\nnumber {i}, expected: {theirs[i]:R}, found: {ours[i]:R}");
        }
    }

    private static IEnumerable<(string Text, int Line)> Lines(string file) => File.ReadLines(file)
        .Select((text, line) => (text, line))
        .Where(line => line.text.Length > 0 && !line.text.StartsWith("//", StringComparison.Ordinal));

    private static double[] Numbers(string text) =>
        text.StartsWith(NumbersMark, StringComparison.Ordinal)
            ? [.. text.Split(": ")[1].Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))]
            : [];
}
