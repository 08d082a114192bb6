using System.Text.RegularExpressions;
using Book.Tests.Browser;
using Book.Tests.Pages;
using Microsoft.Playwright;

namespace Book.Tests.Playground;

/// <summary>The page in which a reader trains a network.</summary>
[Collection("Programs")]
public class PlaygroundTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_run_is_begun_paused_stepped_and_begun_anew()
    {
        await using var playground = await PlaygroundPage.OpenAsync(browser);
        await playground.Button("Run").ClickAsync();
        await playground.UntilAsync("epoch", "it > 50");
        await playground.Button("Pause").ClickAsync();
        await Assertions.Expect(playground.Button("Run")).ToBeVisibleAsync();
        await playground.Button("Step").ClickAsync(); // Waits for what is under way.
        await playground.Button("Reset").ClickAsync();
        await playground.UntilAsync("epoch", "it === 0");
        var start = await playground.NumberAsync("loss");
        await playground.Button("Step").ClickAsync();
        await playground.UntilAsync("epoch", "it === 1");
        Assert.InRange(await playground.NumberAsync("loss"), 0, start);
        Assert.Empty(playground.Complaints);
    }

    [Theory]
    [InlineData("The line bends", "loss", "it < 0.03")]
    [InlineData("A straight line", "epoch", "it > 1000")]
    [InlineData("Dead units", "epoch", "it > 300")]
    [InlineData("Too large a rate", "epoch", "it > 300")]
    [InlineData("Overfitting", "loss", "it < 0.05")]
    [InlineData("Two moons", "loss", "it < 0.1")]
    [InlineData("A spiral", "loss", "it < 0.5")]
    public async Task A_story_runs_says_what_it_shows_and_comes_out_as_told(string story, string number, string condition)
    {
        await using var playground = await PlaygroundPage.OpenAsync(browser);
        await playground.Button(story).ClickAsync();
        await Assertions.Expect(playground.Button(story)).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(playground.Page.Locator(".story-told")).Not.ToBeEmptyAsync();
        await playground.UntilAsync(number, condition);
        await playground.Button("Pause").ClickAsync();
        if (story == "A straight line")
            Assert.InRange(await playground.NumberAsync("loss"), 0.055, 0.06); // The best line's.
        if (story == "Too large a rate")
            Assert.InRange(await playground.NumberAsync("loss"), 0.12, 0.13); // The best constant's.
        if (story == "Dead units")
        {
            await Assertions.Expect(playground.Page.Locator(".network canvas"))
                .ToHaveAttributeAsync("aria-label", new Regex("[2-4] of 4 units are dead"));
        }

        Assert.Empty(playground.Complaints);
    }

    [Fact]
    public async Task The_address_gives_another_reader_the_same_run()
    {
        await using var first = await PlaygroundPage.OpenAsync(browser);
        await first.Field("Points of").SelectOptionAsync("moons");
        await first.Field("Activation").SelectOptionAsync("tanh");
        await first.Field("Seed of the weights").FillAsync("7");
        await first.Field("Learning rate").FillAsync("0.03");
        await first.Field("Learning rate").BlurAsync();
        await first.Button("Step").ClickAsync();
        await first.UntilAsync("epoch", "it === 1");
        var address = new Uri(first.Page.Url).Fragment;
        Assert.Equal("#data=moons&activation=tanh&seed=7&rate=0.03", address);

        await using var second = await PlaygroundPage.OpenAsync(browser, address);
        await second.Button("Step").ClickAsync();
        await second.UntilAsync("epoch", "it === 1");
        Assert.Equal(await first.NumberAsync("loss"), await second.NumberAsync("loss"));
        foreach (var view in new[] { "fit", "pieces", "network" })
            Assert.Equal(await first.PictureAsync(view), await second.PictureAsync(view));
    }

    [Fact]
    public async Task Numbers_out_of_range_in_an_address_become_allowed_ones()
    {
        await using var playground = await PlaygroundPage.OpenAsync(browser, "#data=nothing&units=900&rate=x&points=-3");
        Assert.Equal("parabola", await playground.Field("Points of").InputValueAsync());
        Assert.Equal("30", await playground.Field("Units in each").InputValueAsync());
        Assert.Equal("0.1", await playground.Field("Learning rate").InputValueAsync());
        Assert.Equal("4", await playground.Field("How many").InputValueAsync());
    }

    [Fact]
    public async Task Clicks_into_the_fit_become_points_that_the_network_learns_and_the_address_keeps()
    {
        await using var playground = await PlaygroundPage.OpenAsync(browser);
        await playground.Field("Points of").SelectOptionAsync("own");
        await playground.UntilAsync("epoch", "it === 0");
        foreach (var (count, x, y) in new[] { (1, 120, 60), (2, 240, 180), (3, 350, 90) })
        {
            await HasPointsAsync(playground, count - 1);
            await playground.Fit.ClickAsync(new() { Position = new() { X = x, Y = y } });
            await HasPointsAsync(playground, count);
        }

        Assert.Equal(3, (await playground.Field("Points, one a line").InputValueAsync()).Split('\n').Length);
        Assert.Matches("own=[^;]+,[^;]+;[^;]+;[^;]+$", playground.Page.Url);
        await playground.Button("Run").ClickAsync();
        await playground.UntilAsync("epoch", "it > 100");
    }

    [Theory]
    [InlineData("x,y\n0,0\n1;1\n2\t4\n3 9", 4, "")]
    [InlineData("0, 0, 1\n1, 1, 0", 2, "")]
    [InlineData("0,0\n1,abc", 0, "Line 2: found “abc”, expected a number such as 0.5.")]
    [InlineData("0,0\n1,1,1", 0, "Line 2: found 3 numbers, expected 2 as in the lines above.")]
    [InlineData("0,0,2", 0, "Line 1: found the class 2, expected 0 or 1.")]
    [InlineData("7", 0, "Line 1: found 1 number, expected two (x, y) or three (x₁, x₂, class).")]
    public async Task A_pasted_table_is_read_or_refused_with_a_sentence(string table, int points, string sentence)
    {
        await using var playground = await PlaygroundPage.OpenAsync(browser);
        await playground.Field("Points of").SelectOptionAsync("own");
        await playground.Field("Points, one a line").FillAsync(table);
        await playground.Field("Points, one a line").BlurAsync();
        if (points > 0)
            await HasPointsAsync(playground, points);
        await Assertions.Expect(playground.Page.Locator("#own-said")).ToHaveTextAsync(sentence);
    }

    [Fact]
    public async Task By_keyboard_alone_a_network_is_chosen_and_trained()
    {
        await using var playground = await PlaygroundPage.OpenAsync(browser);
        var page = playground.Page;
        await page.Locator("main").FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("The line bends", await FocusedAsync(page));
        for (var i = 0; i < 7; i++)
            await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Run", await FocusedAsync(page));
        await page.Keyboard.PressAsync("Enter");
        await playground.UntilAsync("epoch", "it > 10");
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(playground.Button("Run")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_run_moves_nothing_on_the_page()
    {
        await using var playground = await PlaygroundPage.OpenAsync(browser);
        var before = await PlacesAsync(playground.Page);
        await playground.Button("The line bends").ClickAsync();
        await playground.UntilAsync("epoch", "it > 20");
        Assert.Equal(before, await PlacesAsync(playground.Page));
        await playground.Button("A straight line").ClickAsync();
        await playground.UntilAsync("epoch", "it > 20");
        Assert.Equal(before, await PlacesAsync(playground.Page));
    }

    [Fact]
    public async Task The_theme_changes_the_pictures_while_nothing_runs()
    {
        await using var playground = await PlaygroundPage.OpenAsync(browser);
        await playground.Button("Step").ClickAsync();
        await playground.UntilAsync("epoch", "it === 1");
        var light = await playground.PictureAsync();
        await playground.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await playground.Page.WaitForFunctionAsync(
            "before => document.querySelector('.fit canvas').toDataURL() !== before", light, new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task On_a_telephone_nothing_is_wider_than_the_page()
    {
        await using var playground = await PlaygroundPage.OpenAsync(browser, "#data=own&own=0,1;1,2", width: 360);
        await playground.Button("Run").ClickAsync();
        await playground.UntilAsync("epoch", "it > 5");
        Assert.Equal(360, await playground.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task Where_WebAssembly_is_missing_a_sentence_says_so_and_the_picture_of_the_chapter_stands_there()
    {
        await using var playground = await PlaygroundPage.OpenAsync(browser);
        await Assertions.Expect(playground.Page.Locator(".hero")).ToBeHiddenAsync();
        await playground.Page.EvaluateAsync("delete window.WebAssembly");
        await playground.Button("Run").ClickAsync();
        await Assertions.Expect(playground.Said).ToContainTextAsync("C# cannot run in this browser");
        await Assertions.Expect(playground.Page.Locator(".hero .nnf-svg")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_scripts_the_picture_of_the_chapter_stands_there()
    {
        var page = await browser.NewPageAsync(new() { JavaScriptEnabled = false });
        await page.GotoAsync(await BuiltBook.AddressAsync("playground.html"));
        await Assertions.Expect(page.Locator(".hero .nnf-svg")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("A network trains here where scripts run.")).ToBeVisibleAsync();
        Assert.Equal(0, await page.Locator("main button:visible").CountAsync());
    }

    private static Task HasPointsAsync(PlaygroundPage playground, int count) =>
        Assertions.Expect(playground.Fit).ToHaveAttributeAsync("aria-label", new Regex($"^{count} points"));

    private static Task<string> FocusedAsync(IPage page) => page.EvaluateAsync<string>("() => document.activeElement.textContent.trim()");

    private static Task<string> PlacesAsync(IPage page) => page.EvaluateAsync<string>("""
        () => JSON.stringify([...document.querySelectorAll('.playground button, .playground canvas, .settings label, main h2')]
          .filter(e => e.textContent !== 'Run' && e.textContent !== 'Pause')
          .map(e => { const { x, y, width, height } = e.getBoundingClientRect(); return [x, y, width, height].map(Math.round); }))
        """);
}
