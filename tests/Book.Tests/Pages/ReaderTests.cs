using System.Text.RegularExpressions;
using Book.Tests.Browser;
using Microsoft.Playwright;

namespace Book.Tests.Pages;

/// <summary>What a reader does with a page: by keyboard, by pointer, on a telephone.</summary>
[Collection("Browser")]
public class ReaderTests(BrowserFixture browser)
{
    private const string Name = "03-gradient-descent.html";

    [Fact]
    public async Task The_keyboard_reaches_everything_in_the_order_of_reading()
    {
        await using var open = await OpenPage.OpenAsync(browser, Name);
        var page = open.Page;
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the text", await FocusedAsync(page));
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("text", await page.EvaluateAsync<string>("() => document.activeElement.id"));
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Download the notebooks", await FocusedAsync(page));

        await open.BringFiguresAliveAsync();
        await page.EvaluateAsync("() => document.activeElement.blur()");
        var wanted = await page.EvaluateAsync<int>(
            "() => [...document.querySelectorAll('a[href]:not([tabindex=\"-1\"]), button:not([tabindex=\"-1\"]), "
            + "input:not([type=radio]:not(:checked)), summary, [tabindex=\"0\"]')]"
            + ".filter(e => e.checkVisibility() && !e.closest('details:not([open]) > :not(summary)')).length");
        var reached = new HashSet<string>();
        for (var i = 0; i < wanted + 5; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            reached.Add(await page.EvaluateAsync<string>("""
                () => {
                  const e = document.activeElement;
                  e.dataset.walk ??= String(Math.random());
                  return e.dataset.walk;
                }
                """));
        }

        Assert.InRange(reached.Count, wanted, wanted + 5);
    }

    [Fact]
    public async Task The_theme_follows_the_reader_and_the_switch_is_remembered_on_other_pages()
    {
        await using var open = await OpenPage.OpenAsync(browser, Name, dark: true);
        var page = open.Page;
        Assert.Equal("rgb(23, 25, 29)", await BackgroundAsync(page));
        await page.GetByRole(AriaRole.Button, new() { Name = "Theme: auto" }).ClickAsync();
        Assert.Equal("rgb(253, 253, 251)", await BackgroundAsync(page));
        await page.GotoAsync(await BuiltBook.AddressAsync("glossary.html"));
        Assert.Equal("rgb(253, 253, 251)", await BackgroundAsync(page));
    }

    [Fact]
    public async Task The_contents_follow_the_scrolling()
    {
        await using var open = await OpenPage.OpenAsync(browser, Name);
        var here = open.Page.Locator("#contents a[aria-current=location]");
        await open.Page.Locator("#a-step-downhill").EvaluateAsync("h => h.scrollIntoView({ behavior: 'instant' })");
        await Assertions.Expect(here).ToHaveTextAsync("A step downhill");
        await open.Page.EvaluateAsync("() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })");
        await Assertions.Expect(here).ToHaveTextAsync("Further reading");
    }

    [Fact]
    public async Task On_a_telephone_the_contents_are_a_panel()
    {
        await using var open = await OpenPage.OpenAsync(browser, Name, width: 360);
        var contents = open.Page.Locator("#contents");
        await Assertions.Expect(contents).ToBeHiddenAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Contents" }).ClickAsync();
        await contents.GetByRole(AriaRole.Link, new() { Name = "Summary" }).ClickAsync();
        await Assertions.Expect(contents).ToBeHiddenAsync();
        Assert.EndsWith("#summary", open.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_telephone_the_bar_names_the_page_and_the_buttons_of_the_code_cover_none_of_it()
    {
        await using var open = await OpenPage.OpenAsync(browser, Name, width: 360, touch: true);
        var page = open.Page;
        await Assertions.Expect(page.Locator(".bar .here")).ToHaveTextAsync("3 Gradient descent");
        Assert.True(await page.Locator(".bar .here").EvaluateAsync<bool>("title => title.scrollWidth <= title.clientWidth"));
        Assert.Equal(0, await page.EvaluateAsync<int>("""
            () => [...document.querySelectorAll('.copy')].filter(copy => copy.checkVisibility())
              .filter(copy => copy.getBoundingClientRect().bottom
                > copy.closest('.code, .cell, .try').querySelector('code').getClientRects()[0].top).length
            """));
    }

    [Fact]
    public async Task The_arrow_keys_turn_the_page_where_nothing_else_listens_to_them()
    {
        await using var open = await OpenPage.OpenAsync(browser, Name);
        var page = open.Page;
        await page.Keyboard.PressAsync("ArrowRight");
        await ArrivedAsync(page, "04-building-networks.html");
        await page.Keyboard.PressAsync("ArrowLeft");
        await ArrivedAsync(page, Name);
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("step");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"/{Regex.Escape(Name)}$"));
        await Assertions.Expect(page.Locator(".finder")).ToBeVisibleAsync();

        // WaitForURLAsync misses a navigation that ends while it begins to wait.
        static async Task ArrivedAsync(IPage page, string name)
        {
            await Assertions.Expect(page).ToHaveURLAsync(new Regex($"/{Regex.Escape(name)}$"));
            await page.WaitForLoadStateAsync(); // Before, nothing listens to keys.
        }
    }

    [Theory]
    [MemberData(nameof(BuiltBook.Pages), MemberType = typeof(BuiltBook))]
    public async Task The_end_of_a_pages_first_section_is_at_most_60_tab_stops_away_with_its_figures_alive(string name)
    {
        await using var open = await OpenPage.OpenAsync(browser, name, width: 1280);
        await open.ScrollThroughFiguresAsync();
        var stops = await open.Page.EvaluateAsync<int>("""
            () => {
              const end = document.querySelectorAll('main h2')[1] ?? document.querySelector('.turn');
              return [...document.querySelectorAll('a[href], button, input:not([type=radio]:not(:checked)), summary, [tabindex]')]
                .filter(e => e.tabIndex >= 0 && e.checkVisibility() && !e.closest('details:not([open]) > :not(summary)'))
                .filter(e => e.compareDocumentPosition(end) & Node.DOCUMENT_POSITION_FOLLOWING).length;
            }
            """);
        Assert.InRange(stops, 1, 60);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(768)]
    public async Task The_covers_pictures_keep_to_their_column(int width)
    {
        await using var open = await OpenPage.OpenAsync(browser, "index.html", width);
        Assert.Equal(0, await open.Page.EvaluateAsync<int>("""
            () => [...document.querySelectorAll('.map > ol > li')].filter(entry => {
              const [row, picture] = [entry, entry.querySelector('.picture svg')].map(part => part.getBoundingClientRect());
              return picture.width < 100 || picture.height > 150 || picture.right > row.right + 1 || picture.bottom > row.bottom;
            }).length
            """));
    }

    [Fact]
    public async Task Without_scripts_everything_is_there_to_read()
    {
        var page = await browser.NewPageAsync(new() { JavaScriptEnabled = false });
        await page.GotoAsync(await BuiltBook.AddressAsync(Name));
        await Assertions.Expect(page.Locator("main h1")).ToHaveTextAsync("Gradient descent");
        await Assertions.Expect(page.Locator(".nnf-svg").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#contents a").First).ToBeVisibleAsync();
        Assert.Equal(0, await page.Locator(".bar button:visible").CountAsync());
        await page.Context.CloseAsync();
    }

    private static Task<string> FocusedAsync(IPage page) => page.EvaluateAsync<string>("() => document.activeElement.textContent.trim()");

    private static Task<string> BackgroundAsync(IPage page) =>
        page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");
}
