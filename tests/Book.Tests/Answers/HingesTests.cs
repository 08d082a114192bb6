using System.Globalization;
using Book.Tests.Browser;
using Microsoft.Playwright;
using NeuralNets.Data;

namespace Book.Tests.Answers;

/// <summary>Notebook 04's network of four units, whose hinges a reader drags.</summary>
[Collection("Programs")]
public class HingesTests(BrowserFixture browser)
{
    private const string Notebook = "04-building-networks.html";

    [Fact]
    public async Task Kinks_slopes_and_the_constant_make_the_fit_and_its_true_MSE()
    {
        await using var hinges = await AnswerPage.OpenAsync(browser, Notebook, "hinges");
        var sample = Sample.Published();
        var level = sample.YTrue.Average(y => (y - 1) * (y - 1));
        await Assertions.Expect(hinges.Tells).ToContainTextAsync($"True MSE {Four(level)}; the best line has 0.0490.");

        (double Kink, double Slope)[] units = [(0.25, 1.5), (0.4, -3), (0.6, -1), (0.75, -2)];
        foreach (var (j, (kink, slope)) in units.Index())
        {
            await hinges.Field($"kink of unit {j + 1}").FillAsync(kink.ToString(CultureInfo.InvariantCulture));
            await hinges.Field($"slope of unit {j + 1}").FillAsync(slope.ToString(CultureInfo.InvariantCulture));
        }

        await hinges.Field("constant c").FillAsync("1.1");
        var fit = sample.X.Select(x => 1.1 + units.Sum(unit => unit.Slope * Math.Max(0, x - unit.Kink)));
        var error = fit.Zip(sample.YTrue, (yHat, y) => (yHat - y) * (yHat - y)).Average();
        await Assertions.Expect(hinges.Tells).ToContainTextAsync($"True MSE {Four(error)};");
        Assert.Empty(hinges.Complaints);
    }

    [Fact]
    public async Task A_kink_is_dragged_sideways_and_the_end_of_an_arm_up()
    {
        await using var hinges = await AnswerPage.OpenAsync(browser, Notebook, "hinges");
        await hinges.DragAsync("pieces", await AtAsync(hinges, 1, 0), await AtAsync(hinges, 1, 1.5)); // The fourth unit's arm.
        Assert.Equal(7.5, await hinges.NumberAsync("slope of unit 4"), 0.4);
        await hinges.DragAsync("pieces", await AtAsync(hinges, 0.2, 0), await AtAsync(hinges, 0.5, 0));
        Assert.Equal(0.5, await hinges.NumberAsync("kink of unit 1"), 0.03);
        Assert.Equal(0, await hinges.NumberAsync("slope of unit 1"));
        var before = await hinges.PictureAsync("fit");
        await hinges.Field("slope of unit 1").FocusAsync();
        await hinges.Page.Keyboard.PressAsync("PageUp");
        await hinges.Page.WaitForFunctionAsync("before => document.querySelector('.hinges .fit canvas').toDataURL() !== before", before);
    }

    [Fact]
    public async Task The_chapters_start_trains_to_the_published_error()
    {
        await using var hinges = await AnswerPage.OpenAsync(browser, Notebook, "hinges");
        await hinges.Button("The chapter’s start").ClickAsync();
        await Assertions.Expect(hinges.Panel.Locator(".told")).ToContainTextAsync("The four units of the original");
        await hinges.Button("Train from here").ClickAsync();
        await Assertions.Expect(hinges.Tells).ToContainTextAsync("1,000 epochs from here. True MSE 0.0042;", new() { Timeout = 20_000 });
        await Assertions.Expect(hinges.Button("Train from here")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_stuck_start_stays_a_line_until_a_kink_inside_the_data_bends_the_right_way()
    {
        await using var hinges = await AnswerPage.OpenAsync(browser, Notebook, "hinges");
        await hinges.Button("A stuck start").ClickAsync();
        await Assertions.Expect(hinges.Panel.Locator(".told")).ToContainTextAsync("Seed 14");
        await hinges.Button("Train from here").ClickAsync();
        await Assertions.Expect(hinges.Tells).ToContainTextAsync(
            "1,000 epochs from here. True MSE 0.0490; the best line has 0.0490.", new() { Timeout = 20_000 });
        await Assertions.Expect(hinges.Tells).ToContainTextAsync("dead: units 3, 4.");
        await hinges.Field("kink of unit 2").FillAsync("0.6");
        await hinges.Button("Train from here").ClickAsync();
        await Assertions.Expect(hinges.Tells).ToContainTextAsync("2,000 epochs from here. True MSE 0.0490", new() { Timeout = 20_000 });
        await hinges.Field("kink of unit 2").FillAsync("0.6");
        await hinges.Field("slope of unit 2").FillAsync("2");
        await hinges.Button("Train from here").ClickAsync();
        await Assertions.Expect(hinges.Tells).ToContainTextAsync("3,000 epochs from here. True MSE 0.00", new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task Training_is_seen_and_what_is_set_meanwhile_pauses_it()
    {
        await using var hinges = await AnswerPage.OpenAsync(browser, Notebook, "hinges");
        await hinges.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.NoPreference });
        await hinges.Button("The chapter’s start").ClickAsync();
        await hinges.Button("Train from here").ClickAsync();
        await Assertions.Expect(hinges.Button("Pause")).ToBeVisibleAsync();
        await hinges.Field("constant c").FillAsync("1");
        await Assertions.Expect(hinges.Button("Train from here")).ToBeVisibleAsync();
        await Assertions.Expect(hinges.Field("constant c")).ToHaveValueAsync("1");
    }

    /// <summary>A place of the view of pieces as shares of its canvas, which leaves room for the numbers at its sides.</summary>
    private static async Task<(double X, double Y)> AtAsync(AnswerPage hinges, double x, double y)
    {
        var box = await hinges.View("pieces").BoundingBoxAsync();
        var (width, height) = (box!.Width, box.Height);
        return ((40 + ((x + 0.25) / 1.5 * (width - 48))) / width, (8 + ((2 - y) / 4 * (height - 30))) / height);
    }

    private static string Four(double number) => number.ToString("F4", CultureInfo.InvariantCulture);
}
