using Book.Tests.Browser;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Book.Tests.Pages;

/// <summary>What must be true of every page of the built book, seen in a browser.</summary>
[Collection("Browser")]
public class PageTests(BrowserFixture browser)
{
    public static TheoryData<string> Pages => BuiltBook.Pages;

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_opens_from_the_disk_with_every_figure_live_every_slider_working_and_no_complaint(string name)
    {
        await using var open = await OpenPage.OpenAsync(browser, name);
        var figures = await open.BringFiguresAliveAsync();
        var stuck = await open.Page.EvaluateAsync<string[]>("""
            async () => {
              const stuck = [];
              for (const figure of document.querySelectorAll('.nnf[data-live=on]')) {
                const slider = figure.querySelector('.nnf-replay input');
                if (!slider) continue;
                const drawn = () => JSON.stringify(figure.querySelector('.nnf-live').data.map(t => [t.x, t.y, t.z]));
                const before = drawn();
                slider.value = 0;
                slider.dispatchEvent(new Event('input'));
                await new Promise(done => setTimeout(done, 50));
                if (drawn() === before) stuck.push(figure.id);
              }
              return stuck;
            }
            """);
        Assert.Empty(stuck);
        Assert.Empty(open.Complaints);
        TestContext.Current.TestOutputHelper?.WriteLine($"{figures} figures live");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_formula_is_visible_and_every_link_and_anchor_leads_somewhere(string name)
    {
        await using var open = await OpenPage.OpenAsync(browser, name);
        await open.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => d.open = true)");
        var unseen = await open.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('main math')].filter(math => {
              const { width, height } = math.getBoundingClientRect();
              return !(width > 2 && height > 5 && math.checkVisibility());
            }).map(math => math.textContent)
            """);
        Assert.Empty(unseen);

        var folder = await BuiltBook.FolderAsync();
        var broken = new List<string>();
        foreach (var link in await open.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))"))
        {
            if (Uri.TryCreate(link, UriKind.Absolute, out var outside) && outside.Scheme is "https")
                continue;
            var (file, anchor) = link.Split('#') is [var path, var fragment] ? (path, Uri.UnescapeDataString(fragment)) : (link, "");
            var target = Path.Combine(folder, file.Length == 0 ? name : Uri.UnescapeDataString(file));
            if (!File.Exists(target) || (anchor.Length > 0 && !(await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken)).Contains($"id=\"{anchor}\"", StringComparison.Ordinal)))
                broken.Add(link);
        }

        Assert.Empty(broken);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_scrolls_sideways_at_360_pixels_and_no_id_is_there_twice(string name)
    {
        await using var open = await OpenPage.OpenAsync(browser, name, width: 360);
        await open.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => d.open = true)");
        await open.BringFiguresAliveAsync();
        var (page, wide) = (await open.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), await open.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > 361 && !e.closest('.code, .formula, pre, .table, .output, .note'))
              .map(e => `${e.tagName}.${e.className}`).slice(0, 5)
            """));
        Assert.True(page <= 360, $"{name} is {page} pixels wide: {string.Join(", ", wide)}");
        Assert.Empty(await open.Page.EvaluateAsync<string[]>("() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id); return ids.filter((id, i) => ids.indexOf(id) !== i); }"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task An_accessibility_audit_finds_nothing_serious_in_light_and_in_dark(string name)
    {
        foreach (var dark in new[] { false, true })
        {
            await using var open = await OpenPage.OpenAsync(browser, name, dark: dark);
            await open.BringFiguresAliveAsync();
            var audit = await open.Page.RunAxe();
            var serious = audit.Violations.Where(violation => violation.Impact is "serious" or "critical")
                .Select(violation => $"{violation.Id} ({violation.Help}): {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}");
            Assert.Empty(serious);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_prints_its_text_and_static_figures_and_no_navigation(string name)
    {
        await using var open = await OpenPage.OpenAsync(browser, name, dark: true);
        await open.BringFiguresAliveAsync();
        await open.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Empty(await open.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.bar, .contents, .turn, .tools, .nnf-live, .nnf-replay')].filter(e => e.checkVisibility()).map(e => e.className)"));
        Assert.True(await open.Page.EvaluateAsync<bool>("() => [...document.querySelectorAll('main .nnf-svg')].every(svg => svg.checkVisibility({ visibilityProperty: true }) || svg.closest('details:not([open])'))"));
        Assert.Equal("light", await open.Page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).colorScheme"));
        var paper = await open.Page.PdfAsync(new() { Format = "A4" });
        Assert.True(paper.Length > 10_000 && paper.AsSpan(0, 5).SequenceEqual("%PDF-"u8));
    }
}
