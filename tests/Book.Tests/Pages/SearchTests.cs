using System.Text.RegularExpressions;
using Book.Tests.Browser;
using Microsoft.Playwright;

namespace Book.Tests.Pages;

/// <summary>The search: each question of a reader leads to a section that answers it, by keyboard and offline.</summary>
[Collection("Browser")]
public class SearchTests(BrowserFixture browser)
{
    // The file name of a page's address, without what comes after its number.
    private const string Find = """
        questions => {
          const short = href => href.replace(/^(\d+)-[^#]*/, '$1').replace('.html', '');
          return questions.map(question => window.bookFinder.find(question).hits.slice(0, 3).map(hit => short(hit.href)).join('  '));
        }
        """;

    /// <summary>Questions, and the sections of which one is to be found first to third.</summary>
    private static IReadOnlyList<(string Question, string[] Wanted)> Questions { get; } =
    [
        .. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Pages", "SearchQuestions.txt"))
            .Where(static line => line.Length > 0 && line[0] != '#')
            .Select(static line => line.Split(" => ")).Select(static parts => (parts[0], parts[1].Split(" | "))),
    ];

    [Fact]
    public async Task Each_of_fifty_questions_leads_to_its_section_first_to_third()
    {
        Assert.True(Questions.Count >= 50);
        await using var open = await OpenAsync();
        var found = await open.Page.EvaluateAsync<string[]>(Find, Questions.Select(static entry => entry.Question).ToArray());
        var missed = Questions.Zip(found)
            .Where(static pair => !pair.First.Wanted.Intersect(pair.Second.Split("  ")).Any())
            .Select(static pair => $"'{pair.First.Question}' finds {pair.Second}, not {string.Join(" or ", pair.First.Wanted)}");
        Assert.Empty(missed);
    }

    [Fact]
    public async Task The_order_of_the_words_does_not_matter_and_exercises_come_after_what_they_ask_about()
    {
        await using var open = await OpenAsync();
        var found = await open.Page.EvaluateAsync<string[]>(Find, new[] { "weight decay", "decay weight", "dropout" });
        Assert.Equal(found[0].Split("  ")[0], found[1].Split("  ")[0]);
        Assert.DoesNotContain("exercises", found[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_found_is_marked_where_it_stands_though_it_was_typed_otherwise()
    {
        await using var open = await OpenAsync();
        await open.Page.Keyboard.TypeAsync("backpropagation");
        await Assertions.Expect(open.Page.Locator(".finder li a").First.Locator("mark").First).ToHaveTextAsync("Back-propagation");
    }

    [Fact]
    public async Task The_search_finds_headings_and_text_offline_and_is_left_by_escape()
    {
        await using var open = await OpenPage.OpenAsync(browser, "index.html");
        var page = open.Page;
        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await page.WaitForFunctionAsync("() => window.bookFinder");
        await page.Keyboard.TypeAsync("step downhill");
        await Assertions.Expect(page.Locator(".finder li a").First).ToContainTextAsync("A step downhill");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".finder")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator(".finder li a").First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator(".finder li a").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/03-gradient-descent.html#a-step-downhill$"));
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task What_is_typed_before_the_index_has_come_is_found_when_it_comes()
    {
        await using var open = await OpenPage.OpenAsync(browser, "index.html");
        var page = open.Page;
        await page.EvaluateAsync("""
            () => {
              const append = document.head.append.bind(document.head);
              document.head.append = index => { window.letIndexCome = () => append(index); };
            }
            """);
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("step downhill");
        await Assertions.Expect(page.GetByText("Type a word or two.")).ToBeVisibleAsync();
        await page.EvaluateAsync("() => window.letIndexCome()");
        await Assertions.Expect(page.Locator(".finder li a").First).ToContainTextAsync("A step downhill");
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task Nothing_is_found_for_nonsense_and_special_characters_do_no_harm()
    {
        await using var open = await OpenPage.OpenAsync(browser, "index.html");
        await open.Page.Keyboard.PressAsync("/");
        await open.Page.WaitForFunctionAsync("() => window.bookFinder");
        await open.Page.Keyboard.TypeAsync("(xyzzy [*");
        await Assertions.Expect(open.Page.GetByText("Nothing found.")).ToBeVisibleAsync();
        Assert.Empty(open.Complaints);
    }

    private async Task<OpenPage> OpenAsync()
    {
        var open = await OpenPage.OpenAsync(browser, "index.html");
        await open.Page.Keyboard.PressAsync("/");
        await open.Page.WaitForFunctionAsync("() => window.bookFinder");
        return open;
    }
}
