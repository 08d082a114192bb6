using System.Collections.Concurrent;
using Book.Tests.Browser;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Book.Tests.Pages;

/// <summary>
/// One visit to a page, from which several tests read what they ask for: opened wide, every figure brought alive and replayed,
/// audited in light and dark, printed, then seen on a telephone. A page is opened once however many tests there are.
/// </summary>
internal sealed class PageVisit
{
    private static readonly string[] Colours = ["color-contrast", "link-in-text-block"];
    private static readonly ConcurrentDictionary<string, Task<PageVisit>> Visits = new();

    public IReadOnlyList<string> Complaints { get; private set; } = [];

    public int Figures { get; private set; }

    public IReadOnlyList<string> StuckSliders { get; private set; } = [];

    public IReadOnlyList<string> UnseenFormulas { get; private set; } = [];

    public IReadOnlyList<string> Links { get; private set; } = [];

    public IReadOnlyList<string> RepeatedIds { get; private set; } = [];

    public IReadOnlyList<string> Violations { get; private set; } = [];

    public IReadOnlyList<string> PrintedNavigation { get; private set; } = [];

    public bool PrintsEveryPicture { get; private set; }

    public byte[] Paper { get; private set; } = [];

    /// <summary>Figures that one sheet of A4 does not hold within its margins.</summary>
    public IReadOnlyList<string> LargerThanPaper { get; private set; } = [];

    public int WidthOnATelephone { get; private set; }

    /// <summary>Titles of figures that end outside the page on a telephone.</summary>
    public IReadOnlyList<string> CutTitles { get; private set; } = [];

    public static Task<PageVisit> ToAsync(BrowserFixture browser, string name) => Visits.GetOrAdd(name, _ => VisitAsync(browser, name));

    private static async Task<PageVisit> VisitAsync(BrowserFixture browser, string name)
    {
        await using var open = await OpenPage.OpenAsync(browser, name);
        var page = open.Page;
        var visit = new PageVisit { Figures = await open.BringFiguresAliveAsync() };
        visit.StuckSliders = await page.EvaluateAsync<string[]>(Scripts.StuckSliders);
        await page.EvaluateAsync(Scripts.RemoveGradients);
        await page.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
        var light = await page.EvaluateAsync<string[]>(Scripts.Audit);
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => d.open = true)");
        visit.UnseenFormulas = await page.EvaluateAsync<string[]>(Scripts.UnseenFormulas);
        visit.Links = await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))");
        visit.RepeatedIds = await page.EvaluateAsync<string[]>(Scripts.RepeatedIds);

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.EvaluateAsync("() => new Promise(done => setTimeout(done, 300))"); // Live figures follow with the next frame.
        var dark = await page.EvaluateAsync<string[]>(Scripts.Audit, Colours);
        visit.Violations = [.. light, .. dark.Select(violation => $"dark: {violation}")];

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        visit.PrintedNavigation = await page.EvaluateAsync<string[]>(Scripts.PrintedNavigation);
        visit.PrintsEveryPicture = await page.EvaluateAsync<bool>(
            "() => [...document.querySelectorAll('main .nnf .nnf-svg')]"
            + ".every(svg => svg.checkVisibility({ visibilityProperty: true }))");
        await page.SetViewportSizeAsync(642, 964); // A4 within its margins.
        visit.LargerThanPaper = await page.EvaluateAsync<string[]>(Scripts.LargerThanThePage);
        visit.Paper = await page.PdfAsync(new() { Format = "A4" });

        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await page.SetViewportSizeAsync(360, 780);
        visit.WidthOnATelephone = await page.EvaluateAsync<int>(
            "() => new Promise(done => setTimeout(() => done(document.documentElement.scrollWidth), 300))");
        visit.CutTitles = await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('.output .nnf-title tspan')]"
            + ".filter(line => line.getBoundingClientRect().right > innerWidth).map(line => line.textContent)");
        visit.Complaints = [.. open.Complaints];
        return visit;
    }

    private static class Scripts
    {
        public const string StuckSliders = """
            async () => {
              const stuck = [];
              for (const figure of document.querySelectorAll('.nnf[data-live=on],.nnf[data-live=plotly]')) {
                const slider = figure.querySelector('.nnf-replay input');
                if (!slider) continue;
                const drawn = () => [...figure.querySelectorAll('[data-i]')].map(mark => mark.innerHTML).join();
                const before = drawn();
                slider.value = +slider.value ? 0 : slider.max;
                slider.dispatchEvent(new Event('input'));
                await new Promise(done => setTimeout(done, 20));
                if (drawn() === before) stuck.push(figure.id);
              }
              return stuck;
            }
            """;

        // The shade that says "there is more" is a gradient; letters before a gradient are not judged.
        public const string RemoveGradients = """
            () => [...document.querySelectorAll('*')]
              .filter(e => getComputedStyle(e).backgroundImage.includes('gradient'))
              .forEach(e => e.style.backgroundImage = 'none')
            """;

        public const string Audit = """
            async rules => (await axe.run(document, {
                ...(rules && { runOnly: rules }),
                preload: false,
                resultTypes: ['violations'],
              })).violations
              .filter(violation => ['serious', 'critical'].includes(violation.impact))
              .map(violation => {
                const nodes = violation.nodes.slice(0, 3).map(node => `${node.html} ${node.failureSummary}`);
                return `${violation.id} (${violation.help}): ${nodes.join(' | ')}`;
              })
            """;

        public const string UnseenFormulas = """
            () => {
              const unseen = [...document.querySelectorAll('main math')].filter(math => {
                const { width, height } = math.getBoundingClientRect();
                return !(width > 2 && height > 5 && math.checkVisibility());
              });
              const unset = [...document.querySelectorAll('main :is(p, li, td, h2, h3)')]
                .filter(text => [...text.childNodes].some(part => part.nodeType === 3 && part.data.includes('$')));
              return [...unseen, ...unset].map(part => part.textContent);
            }
            """;

        public const string RepeatedIds = """
            () => {
              const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
              return ids.filter((id, i) => ids.indexOf(id) !== i);
            }
            """;

        public const string LargerThanThePage = """
            () => [...document.querySelectorAll('main .figure')].filter(figure => {
              const { width, height } = figure.querySelector('.nnf-svg').getBoundingClientRect();
              return width > innerWidth + 1 || height > innerHeight;
            }).map(figure => figure.id)
            """;

        public const string PrintedNavigation = """
            () => [...document.querySelectorAll('.bar, .contents, .turn, .copy, .about, .nnf-live, .nnf-replay')]
              .filter(e => e.checkVisibility())
              .map(e => e.className)
            """;
    }
}
