using System.Globalization;
using System.Text.RegularExpressions;
using Book.Tests.Browser;
using Microsoft.Playwright;
using NeuralNets.Data;

namespace Book.Tests.Answers;

/// <summary>Notebook 03's bowl, on which a reader walks down at a rate of her own.</summary>
[Collection("Programs")]
public partial class BowlTests(BrowserFixture browser)
{
    private const string Notebook = "03-gradient-descent.html";

    [Fact]
    public async Task It_begins_with_the_published_descent()
    {
        await using var bowl = await AnswerPage.OpenAsync(browser, Notebook, "bowl");
        await Assertions.Expect(bowl.Tells).ToHaveTextAsync("After 200 steps at the rate 0.1: a = 1.4059, b = −0.8374, MSE 0.0575.");
        Assert.Empty(bowl.Complaints);
    }

    [Theory]
    [InlineData("0.8", 30, false)]
    [InlineData("0.82", 40, true)]
    public async Task Above_the_limit_of_the_rate_the_walk_climbs_out_and_below_it_does_not(string rate, int steps, bool leaves)
    {
        await using var bowl = await AnswerPage.OpenAsync(browser, Notebook, "bowl");
        await bowl.Field("learning rate").FillAsync(rate);
        await bowl.Field("steps").FillAsync($"{steps}");
        var (a, b) = Descent((0.49671415, -0.1382643), double.Parse(rate, CultureInfo.InvariantCulture), steps);
        await Assertions.Expect(bowl.Tells).ToContainTextAsync(
            $"After {steps} steps at the rate {rate}: a = {Written(a)}, b = {Written(b)}, MSE ");
        Assert.Equal(leaves, (await bowl.Tells.TextContentAsync())!.Contains("climbs out of the bowl", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_start_is_where_the_map_is_clicked()
    {
        await using var bowl = await AnswerPage.OpenAsync(browser, Notebook, "bowl");
        await bowl.Field("steps").FillAsync("0");
        await bowl.DragAsync("map", (0.9, 0.5), (0.5, 0.2));
        var (a, b) = (await bowl.NumberAsync("start at a"), await bowl.NumberAsync("start at b"));
        Assert.Equal(1.3, a, 0.15);
        Assert.Equal(0.1, b, 0.15);
        await Assertions.Expect(bowl.Tells).ToHaveTextAsync(Place());
        var place = Place().Match((await bowl.Tells.TextContentAsync())!);
        Assert.Equal(a, double.Parse(place.Groups["a"].Value, CultureInfo.InvariantCulture), 0.006);
        Assert.Equal(b, double.Parse(place.Groups["b"].Value, CultureInfo.InvariantCulture), 0.006);
    }

    [Fact]
    public async Task By_keyboard_a_walk_is_begun_and_where_nothing_may_move_it_is_over_at_once()
    {
        await using var bowl = await AnswerPage.OpenAsync(browser, Notebook, "bowl"); // Asks for reduced motion.
        await bowl.Field("steps").FillAsync("3");
        await bowl.Button("Walk").FocusAsync();
        await bowl.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(bowl.Tells).ToContainTextAsync("After 200 steps");
    }

    [Fact]
    public async Task A_walk_is_seen_step_by_step_and_paused()
    {
        await using var bowl = await AnswerPage.OpenAsync(browser, Notebook, "bowl");
        await bowl.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.NoPreference });
        await bowl.Button("Walk").ClickAsync();
        await bowl.Page.WaitForFunctionAsync("() => Number(document.querySelector('.bowl [name=step]').value) > 3");
        await bowl.Button("Pause").ClickAsync();
        var step = await bowl.NumberAsync("steps");
        Assert.InRange(step, 4, 200);
        await bowl.Button("Walk").ClickAsync();
        await bowl.Page.WaitForFunctionAsync(
            "from => Number(document.querySelector('.bowl [name=step]').value) !== from", step, new() { Timeout = 20_000 });
    }

    [GeneratedRegex("^After 0 steps at the rate 0.1: a = (?<a>[\\d.]+), b = (?<b>[\\d.]+), MSE ")]
    private static partial Regex Place();

    /// <summary>The descent as the notebook writes it.</summary>
    private static (double A, double B) Descent((double A, double B) start, double rate, int steps)
    {
        var (sample, (a, b)) = (Sample.Published(), start);
        for (var step = 0; step < steps; step++)
        {
            var errors = sample.X.Zip(sample.Y, (x, y) => (X: x, Error: y - (a + (b * x)))).ToArray();
            (a, b) = (a + (rate * 2 * errors.Average(e => e.Error)), b + (rate * 2 * errors.Average(e => e.X * e.Error)));
        }

        return (a, b);
    }

    private static string Written(double number) =>
        number.ToString("F4", CultureInfo.InvariantCulture).Replace('-', '−');
}
