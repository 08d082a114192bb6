using System.Globalization;
using System.Text.RegularExpressions;
using Book.Tests.Browser;
using Microsoft.Playwright;
using Testing;

namespace Book.Tests.Answers;

/// <summary>Notebook 07's filter, which a reader edits.</summary>
[Collection("Programs")]
public class FilterTests(BrowserFixture browser)
{
    private const string Notebook = "07-convolutional-networks.html";

    [Theory]
    [InlineData("vertical edges", 0, new double[] { 1, 0, -1, 1, 0, -1, 1, 0, -1 })]
    [InlineData("horizontal edges", 3, new double[] { 1, 1, 1, 0, 0, 0, -1, -1, -1 })]
    [InlineData("all edges", 11, new double[] { -1, -1, -1, -1, 8, -1, -1, -1, -1 })]
    [InlineData("as it is", 1, new double[] { 0, 0, 0, 0, 1, 0, 0, 0, 0 })]
    public async Task A_preset_says_what_it_does_and_the_sum_in_the_window_is_that_of_weight_times_pixel(
        string preset, int digit, double[] weights)
    {
        await using var filter = await AnswerPage.OpenAsync(browser, Notebook, "filter");
        await filter.Button(preset).ClickAsync();
        await filter.Panel.Locator("[name=digit]").SelectOptionAsync($"{digit}");
        await Assertions.Expect(filter.Panel.Locator(".told")).Not.ToBeEmptyAsync();
        foreach (var (row, column) in new[] { (2, 3), (5, 0), (0, 5) })
        {
            await filter.Field("window: row").FillAsync($"{row}");
            await filter.Field("window: column").FillAsync($"{column}");
            await Assertions.Expect(filter.Tells).ToHaveTextAsync(
                new Regex($"^Window at row {row}, column {column}: .* = {Regex.Escape(Written(Sum(digit, weights, row, column)))}\\.$"));
        }

        Assert.Empty(filter.Complaints);
    }

    [Fact]
    public async Task A_blur_is_the_mean_and_the_bias_is_added()
    {
        await using var filter = await AnswerPage.OpenAsync(browser, Notebook, "filter");
        await filter.Button("blur").ClickAsync();
        await filter.Field("bias").FillAsync("-0.5");
        var mean = Sum(0, [.. Enumerable.Repeat(1 / 9.0, 9)], 2, 3);
        await Assertions.Expect(filter.Tells).ToContainTextAsync($"− 0.5, the bias, = {Written(mean - 0.5)}.");
    }

    [Fact]
    public async Task A_weight_is_changed_by_keyboard_and_the_map_follows()
    {
        await using var filter = await AnswerPage.OpenAsync(browser, Notebook, "filter");
        await filter.Button("as it is").ClickAsync();
        await Assertions.Expect(filter.Panel.Locator(".told")).ToContainTextAsync("Only the middle counts");
        var before = await filter.PictureAsync("map");
        await filter.Field("weight in row 1, column 3").FocusAsync();
        await filter.Page.Keyboard.PressAsync("ArrowDown");
        await filter.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(filter.Tells).ToContainTextAsync($"= {Written(Sum(0, [0, 0, -1, 0, 1, 0, 0, 0, 0], 2, 3))}.");
        await Assertions.Expect(filter.Panel.Locator(".told")).ToContainTextAsync("A filter of your own");
        Assert.NotEqual(before, await filter.PictureAsync("map"));
    }

    [Fact]
    public async Task The_window_goes_where_the_map_or_the_digit_is_pressed()
    {
        await using var filter = await AnswerPage.OpenAsync(browser, Notebook, "filter");
        await filter.DragAsync("map", (0.1, 0.1), (0.95, 0.1));
        Assert.Equal((0, 5), (await filter.NumberAsync("window: row"), await filter.NumberAsync("window: column")));
        await filter.DragAsync("digit", (0.5, 0.5), (0.2, 0.95)); // The window's middle.
        Assert.Equal((5, 0), (await filter.NumberAsync("window: row"), await filter.NumberAsync("window: column")));
    }

    /// <summary>Weight times pixel, summed over the window, from the data themselves.</summary>
    private static double Sum(int digit, double[] weights, int row, int column)
    {
        var lines = File.ReadAllLines(Path.Combine(WorkingCopy.Root, "data", "digits.csv"));
        var names = lines[0].Split(',').ToList();
        var pixels = lines[digit + 1].Split(',').Where((_, i) => names[i] != "digit")
            .Select(number => double.Parse(number, CultureInfo.InvariantCulture) / 16).ToArray();
        return weights.Index().Sum(weight => weight.Item * pixels[((row + (weight.Index / 3)) * 8) + column + (weight.Index % 3)]);
    }

    /// <summary>With four digits, as JavaScript writes it.</summary>
    private static string Written(double number) =>
        double.Parse(number.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            .ToString("0.############", CultureInfo.InvariantCulture).Replace('-', '−');
}
