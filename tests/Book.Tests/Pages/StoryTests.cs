using System.Text.RegularExpressions;

namespace Book.Tests.Pages;

/// <summary>The stories on the cover of the repository's book.</summary>
public partial class StoryTests
{
    [Fact]
    public async Task Each_number_in_a_story_is_one_of_the_page_that_it_leads_to()
    {
        var folder = await BuiltBook.FolderAsync();
        var cover = await File.ReadAllTextAsync(Path.Combine(folder, "index.html"), TestContext.Current.CancellationToken);
        var stories = Story().Matches(cover);
        Assert.Equal(4, stories.Count);
        foreach (var story in stories.Where(static story => story.Groups["page"].Value.EndsWith(".html", StringComparison.Ordinal)))
        {
            var page = await File.ReadAllTextAsync(Path.Combine(folder, story.Groups["page"].Value), TestContext.Current.CancellationToken);
            var strange = Number().Matches(story.Groups["words"].Value).Select(static number => number.Value)
                .Where(number => !page.Contains(number, StringComparison.Ordinal));
            Assert.Empty(strange);
        }
    }

    [Fact]
    public async Task The_cover_opens_with_a_figure_that_moves_and_names_every_notebook()
    {
        var folder = await BuiltBook.FolderAsync();
        var cover = await File.ReadAllTextAsync(Path.Combine(folder, "index.html"), TestContext.Current.CancellationToken);
        Assert.Matches("(?s)<figure class=\"hero\">.*?nnf-replay.*?</figure>", cover);
        Assert.DoesNotMatch("(?s)<figure class=\"hero\">.*<h2.*</figure>", cover);
        Assert.All(
            Directory.GetFiles(folder, "0*.html"),
            page => Assert.Contains($"<h3><a href=\"{Path.GetFileName(page)}\">", cover, StringComparison.Ordinal));
    }

    [GeneratedRegex("<p class=\"story\"><a href=\"(?<page>[^\"#]+)[^\"]*\">(?<words>.*?)</p>", RegexOptions.Singleline)]
    private static partial Regex Story();

    [GeneratedRegex(@"\d[\d.,]*\d|\d")]
    private static partial Regex Number();
}
