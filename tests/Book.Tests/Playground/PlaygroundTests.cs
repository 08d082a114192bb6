using System.Globalization;
using System.Text.RegularExpressions;
using Book.Tests.Browser;
using Book.Tests.Machine;
using Book.Tests.Pages;
using Microsoft.Playwright;
using NeuralNets.Page.Playground;
using NeuralNets.Scratch.Perceptrons;

namespace Book.Tests.Playground;

/// <summary>The playground, as a reader's hands use it.</summary>
[Collection("Browser")]
public sealed partial class PlaygroundTests(BrowserFixture browser)
{
    private const string Name = "playground.html";
    private const float Patience = 30_000;

    private static readonly Case Parabola =
        new(ProblemKind.Parabola, 0.1, 100, [4], Activation.Relu, OptimizerKind.Sgd, 0.1, Seed: 14);

    [Fact]
    public async Task An_address_sets_the_fields_and_steps_train_as_natively()
    {
        await using var open = await OpenAsync("#units=4&seed=14");
        var page = open.Page;
        await ExpectEpochAsync(page, "0");
        Assert.Equal("4", await page.InputValueAsync("[name=units]"));
        await page.ClickAsync("[data-do=step]");
        await ExpectEpochAsync(page, "1");
        await page.ClickAsync("[data-do=step]");
        await ExpectEpochAsync(page, "2");
        var native = new Run(
            Problems.Draw(Parabola.Kind, Parabola.Noise, Parabola.Count, seed: 42),
            new([4], Activation.Relu, Loss.MeanSquaredError, OptimizerKind.Sgd, 0.1, 0, 0, 0, 14));
        native.Step();
        native.Step();
        var shown = double.Parse(await page.InnerTextAsync("[data-out=loss]"), CultureInfo.InvariantCulture);
        Assert.Equal(native.TrainingLoss, shown, native.TrainingLoss * 1e-3);
        await page.ClickAsync("[data-do=reset]");
        await ExpectEpochAsync(page, "0");
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task It_runs_pauses_and_goes_on_by_keyboard_alone()
    {
        await using var open = await OpenAsync("");
        var page = open.Page;
        await page.FocusAsync("[data-do=run]");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-out=epoch]")).ToHaveTextAsync(Beyond(), new() { Timeout = Patience });
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".says")).ToHaveTextAsync(Rest(), new() { Timeout = Patience });
        var rested = await page.InnerTextAsync("[data-out=epoch]");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-out=epoch]")).Not.ToHaveTextAsync(rested, new() { Timeout = Patience });
    }

    [Fact]
    public async Task What_is_changed_stands_in_the_address_and_a_story_sets_everything()
    {
        await using var open = await OpenAsync("");
        var page = open.Page;
        await page.SelectOptionAsync("[name=activation]", "tanh");
        await page.FillAsync("[name=units]", "7");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("#units=7&activation=tanh$"));
        await page.ClickAsync("text=Two moons.");
        await Assertions.Expect(page.Locator("[name=data]")).ToHaveValueAsync("moons");
        await Assertions.Expect(page.Locator("[data-out=epoch]")).ToHaveTextAsync(Beyond(), new() { Timeout = Patience });
        Assert.Equal("6", await page.InputValueAsync("[name=units]"));
    }

    [Fact]
    public async Task A_readers_points_are_clicked_or_set_by_keyboard_and_travel_in_the_address()
    {
        await using var open = await OpenAsync("#data=curve");
        var page = open.Page;
        var fit = page.Locator("[data-view=fit]");
        await Assertions.Expect(page.Locator(".says")).ToContainTextAsync("no points yet", new() { Timeout = Patience });
        await fit.ClickAsync(new() { Position = new() { X = 200, Y = 150 } });
        await Assertions.Expect(fit).ToHaveAttributeAsync("aria-label", PointCount(1), new() { Timeout = Patience });
        await fit.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(fit).ToHaveAttributeAsync("aria-label", PointCount(2), new() { Timeout = Patience });
        await page.ReloadAsync();
        await Assertions.Expect(fit).ToHaveAttributeAsync("aria-label", PointCount(2), new() { Timeout = Patience });
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("#data=curve&points=[-0-9.,]+;[-0-9.,]+$"));
    }

    [Theory]
    [InlineData("x, y\n0, 1\n0.5, 2", "2 points.")]
    [InlineData("0.1 ; 0.2 ; 1\n0.3 ; 0.4 ; 0", "2 points.")]
    [InlineData("1, 2\n3, four", "Line 2: found 'four'. Expected a number.")]
    [InlineData("1, 2\n\n3", "Line 3 has 1 columns, the first row has 2.")]
    [InlineData("1, 2, 3", "Line 1: found the class '3'. Expected 0 or 1.")]
    [InlineData("", "Found no row. Expected two or three numbers in each, such as 0.1, 1.2.")]
    public async Task A_pasted_table_is_taken_or_the_line_is_named(string table, string answer)
    {
        await using var open = await OpenAsync("");
        await open.Page.ClickAsync("text=Paste a table");
        await open.Page.FillAsync("#playground-csv", table);
        await open.Page.ClickAsync("text=Use these points");
        await Assertions.Expect(open.Page.Locator(".pasted")).ToHaveTextAsync(answer);
    }

    [Fact]
    public async Task A_rate_at_which_nothing_converges_ends_with_a_sentence()
    {
        await using var open = await OpenAsync("#activation=tanh&rate=5&speed=100");
        await open.Page.ClickAsync("[data-do=run]");
        await Assertions.Expect(open.Page.Locator(".says")).ToContainTextAsync("no longer a number", new() { Timeout = Patience });
    }

    [Fact]
    public async Task A_field_out_of_range_is_named_and_nothing_is_trained()
    {
        await using var open = await OpenAsync("");
        await open.Page.FillAsync("[name=units]", "99");
        await open.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(open.Page.Locator(".says")).ToContainTextAsync("Network, Units in each: ");
    }

    [Fact]
    public async Task Without_scripts_or_without_its_program_a_picture_and_a_sentence_stand_there()
    {
        var page = await browser.NewPageAsync(new() { JavaScriptEnabled = false });
        await page.GotoAsync(await BuiltBook.AddressAsync(Name));
        await Assertions.Expect(page.Locator(".still > svg")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".without")).ToContainTextAsync("where scripts may run");
        Assert.Equal(0, await page.Locator(".playground :is(button, input, canvas):visible").CountAsync());
    }

    [Fact]
    public async Task A_browser_without_WebAssembly_says_so()
    {
        var page = await browser.NewPageAsync();
        await page.AddInitScriptAsync("delete window.WebAssembly");
        await page.GotoAsync(await BuiltBook.AddressAsync(Name));
        await page.ClickAsync("[data-do=run]");
        await Assertions.Expect(page.Locator(".says")).ToContainTextAsync("it has no WebAssembly");
    }

    private async Task<OpenPage> OpenAsync(string hash)
    {
        await MachinePage.AddressAsync();
        return await OpenPage.OpenAsync(browser, Name + hash, width: 1280);
    }

    private static Task ExpectEpochAsync(IPage page, string epoch) =>
        Assertions.Expect(page.Locator("[data-out=epoch]")).ToHaveTextAsync(epoch, new() { Timeout = Patience });

    private static Regex PointCount(int count) => new($"The fit to {count} points");

    [GeneratedRegex("[1-9]")]
    private static partial Regex Beyond();

    [GeneratedRegex("^Epoch [0-9,]+: loss ")]
    private static partial Regex Rest();
}
