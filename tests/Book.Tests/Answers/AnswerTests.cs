using System.Text.RegularExpressions;
using Book.Tests.Browser;
using Book.Tests.Pages;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Book.Tests.Answers;

/// <summary>What holds for every figure that answers.</summary>
[Collection("Programs")]
public partial class AnswerTests(BrowserFixture browser)
{
    /// <summary>Each with its page.</summary>
    public static TheoryData<string, string> Figures { get; } = new()
    {
        { "01-what-is-a-neural-network.html", "cut" },
        { "03-gradient-descent.html", "bowl" },
        { "04-building-networks.html", "hinges" },
        { "07-convolutional-networks.html", "filter" },
        { "10-networks-that-read.html", "town" },
    };

    [Fact]
    public async Task Those_of_the_book_are_these()
    {
        var folder = await BuiltBook.FolderAsync();
        var found = Directory.GetFiles(folder, "*.html").SelectMany(static file =>
            Mark().Matches(File.ReadAllText(file)).Select(mark => $"{Path.GetFileName(file)} {mark.Groups["name"]}"));
        var expected = Figures.Select(static row => $"{row.Data.Item1} {row.Data.Item2}").Append("04-building-networks.html playground");
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public async Task It_answers_from_the_disk_without_a_complaint_and_is_put_away_again(string page, string name)
    {
        await using var answer = await AnswerPage.BesideAsync(browser, page, name);
        Assert.False(await answer.Page.EvaluateAsync<bool>("'bookAnswers' in window || 'bookMachine' in window"));
        for (var time = 0; time < 2; time++)
        {
            await answer.AskAsync();
            await Assertions.Expect(answer.Cell.Locator(".nnf-svg").First).ToBeVisibleAsync(); // The still picture stays.
            await answer.Try.ClickAsync();
            await Assertions.Expect(answer.Panel).ToHaveCountAsync(0);
            await Assertions.Expect(answer.Try).ToHaveTextAsync("Try it");
        }

        Assert.Empty(answer.Complaints);
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public async Task Its_button_is_pressed_by_keyboard_and_the_first_control_has_the_focus(string page, string name)
    {
        await using var answer = await AnswerPage.BesideAsync(browser, page, name);
        await answer.Try.FocusAsync();
        await answer.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(answer.Try).ToHaveTextAsync("Close", new() { Timeout = 60_000 });
        Assert.True(await answer.Panel.Locator("input, select, button").First.EvaluateAsync<bool>("e => e === document.activeElement"));
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public async Task It_passes_an_accessibility_audit_in_light_and_in_dark_and_follows_the_theme(string page, string name)
    {
        await using var answer = await AnswerPage.OpenAsync(browser, page, name);
        var view = await answer.Panel.Locator(".views figure").First.GetAttributeAsync("class");
        await answer.Page.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
        Assert.Equal("", await AuditAsync(answer.Page));
        var light = await answer.PictureAsync(view!);
        await answer.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await answer.Page.WaitForFunctionAsync(
            "([view, light]) => document.querySelector(`.answering .${view} canvas`).toDataURL() !== light",
            new[] { view, light });
        Assert.Equal("", await AuditAsync(answer.Page));
        var labels = await answer.Panel.Locator("canvas")
            .EvaluateAllAsync<string[]>("list => list.map(canvas => canvas.getAttribute('aria-label') ?? '')");
        Assert.DoesNotContain("", labels);
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public async Task On_a_telephone_nothing_is_wider_than_the_page(string page, string name)
    {
        await using var answer = await AnswerPage.OpenAsync(browser, page, name, width: 360);
        Assert.Equal(360, await answer.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task Where_WebAssembly_is_missing_a_sentence_says_so()
    {
        await using var answer = await AnswerPage.BesideAsync(browser, "01-what-is-a-neural-network.html", "cut");
        await answer.Page.EvaluateAsync("delete window.WebAssembly");
        await answer.Try.ClickAsync();
        await Assertions.Expect(answer.Said).ToHaveTextAsync(
            "C# cannot run in this browser: it has no WebAssembly, or has it switched off.", new() { Timeout = 20_000 });
        await Assertions.Expect(answer.Panel).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_name_that_no_figure_has_is_a_sentence()
    {
        await using var answer = await AnswerPage.BesideAsync(browser, "01-what-is-a-neural-network.html", "cut");
        await answer.Page.EvaluateAsync("document.querySelector('[data-answers]').dataset.answers = 'nothing'");
        await answer.Page.Locator(".asks").ClickAsync();
        await Assertions.Expect(answer.Page.Locator(".answer > .said"))
            .ToHaveTextAsync("No figure of this book answers to the name 'nothing'.");
    }

    [Fact]
    public async Task Without_scripts_the_picture_stands_there_and_no_button()
    {
        var page = await browser.NewPageAsync(new() { JavaScriptEnabled = false });
        await page.GotoAsync(await BuiltBook.AddressAsync("01-what-is-a-neural-network.html"));
        await Assertions.Expect(page.Locator("[data-answers=cut] .nnf-svg").First).ToBeVisibleAsync();
        Assert.Equal(0, await page.Locator(".asks").CountAsync());
    }

    [Fact]
    public async Task While_something_is_dragged_frames_follow_each_other()
    {
        await using var cut = await AnswerPage.OpenAsync(browser, "01-what-is-a-neural-network.html", "cut");
        await cut.Page.EvaluateAsync("""
            () => {
              window.between = [];
              let last;
              const next = at => { if (last) between.push(at - last); last = at; requestAnimationFrame(next); };
              requestAnimationFrame(next);
            }
            """);
        await cut.DragAsync("map", (0.5, 0.5), (0.3, 0.4));
        await cut.DragAsync("map", (0.3, 0.4), (0.6, 0.6));
        var frames = await cut.Page.EvaluateAsync<double[]>("() => between.sort((a, b) => a - b)");
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{frames.Length} frames, median {frames[frames.Length / 2]:0.0} ms, worst {frames[^1]:0.0} ms");
        Assert.NotEmpty(frames);
    }

    [GeneratedRegex("data-answers=\"(?<name>[^\"]*)\"")]
    private static partial Regex Mark();

    private static Task<string> AuditAsync(IPage page) => page.EvaluateAsync<string>("""
        async () => (await axe.run('.answer', { preload: false, resultTypes: ['violations'] })).violations
          .map(({ id, help, nodes }) => `${id} (${help}): ${nodes.slice(0, 3).map(n => `${n.html} ${n.failureSummary}`).join(' | ')}`)
          .join('\n')
        """);
}
