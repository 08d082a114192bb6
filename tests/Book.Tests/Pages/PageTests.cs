using Book.Tests.Browser;

namespace Book.Tests.Pages;

/// <summary>What must be true of every page of the built book, seen in a browser.</summary>
[Collection("Browser")]
public class PageTests(BrowserFixture browser)
{
    public static TheoryData<string> Pages => BuiltBook.Pages;

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_opens_from_the_disk_without_a_console_message_a_failed_request_or_one_to_elsewhere(string name) =>
        Assert.Empty((await PageVisit.ToAsync(browser, name)).Complaints);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_figure_comes_alive_and_its_slider_moves_the_data(string name)
    {
        var visit = await PageVisit.ToAsync(browser, name);
        TestContext.Current.TestOutputHelper?.WriteLine($"{visit.Figures} figures live");
        Assert.Empty(visit.StuckSliders);
        if (char.IsAsciiDigit(name[0]))
            Assert.True(visit.Figures > 0, "A notebook without a figure.");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_formula_is_visible(string name) => Assert.Empty((await PageVisit.ToAsync(browser, name)).UnseenFormulas);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_link_and_anchor_leads_somewhere_and_no_id_is_there_twice(string name)
    {
        var visit = await PageVisit.ToAsync(browser, name);
        var folder = await BuiltBook.FolderAsync();
        Assert.All(visit.Links, link => Assert.True(LeadsSomewhere(link, name, folder), link));
        Assert.Empty(visit.RepeatedIds);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_scrolls_sideways_at_360_pixels(string name) =>
        Assert.InRange((await PageVisit.ToAsync(browser, name)).WidthOnATelephone, 0, 360);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_figures_title_is_cut_off_at_360_pixels(string name) =>
        Assert.Empty((await PageVisit.ToAsync(browser, name)).CutTitles);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task An_accessibility_audit_finds_nothing_serious_in_light_and_in_dark(string name)
    {
        var violations = (await PageVisit.ToAsync(browser, name)).Violations;
        Assert.True(violations.Count == 0, string.Join('\n', violations));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_prints_its_text_and_static_figures_and_no_navigation(string name)
    {
        var visit = await PageVisit.ToAsync(browser, name);
        Assert.Empty(visit.PrintedNavigation);
        Assert.True(visit.PrintsEveryPicture);
        Assert.Empty(visit.LargerThanPaper);
        Assert.True(visit.Paper.Length > 10_000 && visit.Paper.AsSpan(0, 5).SequenceEqual("%PDF-"u8));
    }

    private static bool LeadsSomewhere(string link, string page, string folder)
    {
        if (Uri.TryCreate(link, UriKind.Absolute, out var outside) && outside.Scheme is "https")
            return true;
        var (file, anchor) = link.Split('#') is [var path, var fragment] ? (path, Uri.UnescapeDataString(fragment)) : (link, "");
        var target = Path.Combine(folder, file.Length == 0 ? page : Uri.UnescapeDataString(file));
        return File.Exists(target)
            && (anchor.Length == 0 || File.ReadAllText(target).Contains($"id=\"{anchor}\"", StringComparison.Ordinal));
    }
}
