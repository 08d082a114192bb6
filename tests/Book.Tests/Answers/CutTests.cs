using Book.Tests.Browser;
using Microsoft.Playwright;

namespace Book.Tests.Answers;

/// <summary>Notebook 01's neuron, whose cut is dragged.</summary>
[Collection("Programs")]
public class CutTests(BrowserFixture browser)
{
    private const string Notebook = "01-what-is-a-neural-network.html";

    [Fact]
    public async Task The_line_is_moved_and_tilted_by_pointer_and_the_sliders_follow()
    {
        await using var cut = await AnswerPage.OpenAsync(browser, Notebook, "cut");
        var size = await SizeAsync(cut);
        await cut.DragAsync("map", At(0.5, 0.5), At(0.25, 0.5));
        Assert.Equal(20, await cut.NumberAsync("weight w₁"));
        Assert.Equal(10, await cut.NumberAsync("weight w₂"));
        Assert.Equal(-10, await cut.NumberAsync("bias c"), 0.3);

        await cut.DragAsync("map", At(0, 1), At(1, 0.5)); // From (0, 1) to (0.5, 0); now from (1, 0.5).
        var (w1, w2, c) = (await cut.NumberAsync("weight w₁"), await cut.NumberAsync("weight w₂"), await cut.NumberAsync("bias c"));
        Assert.Equal(size, await SizeAsync(cut), 0.2);
        Assert.Equal(0, (w1 * 1) + (w2 * 0.5) + c, 0.6);
        Assert.Equal(0, (w1 * 0.5) + c, 0.6);
        await Assertions.Expect(cut.Panel.Locator(".map figcaption")).ToContainTextAsync("σ(");
        Assert.Empty(cut.Complaints);
    }

    [Fact]
    public async Task By_keyboard_the_sliders_do_the_same_and_CSharp_computes_the_map()
    {
        await using var cut = await AnswerPage.OpenAsync(browser, Notebook, "cut");
        await Assertions.Expect(cut.Field("weight w₁")).ToBeFocusedAsync();
        await Assertions.Expect(cut.Tells).ToContainTextAsync("0.00 at (0, 0), 0.99 at (1, 0), 0.01 at (0, 1), 1.00 at (1, 1)");
        await cut.Page.Keyboard.PressAsync("Home");
        Assert.Equal(-40, await cut.NumberAsync("weight w₁"));
        await Assertions.Expect(cut.Tells).ToHaveTextAsync("The cut lies outside the map. "
            + "It gives 0.00 at (0, 0), 0.00 at (1, 0), 0.01 at (0, 1), 0.00 at (1, 1).");
        await cut.Field("common factor").FocusAsync();
        await cut.Page.Keyboard.PressAsync("Home"); // A tenth.
        await Assertions.Expect(cut.Tells).ToContainTextAsync($"{1 / (1 + Math.Exp(1.5)):F2} at (0, 0)");
    }

    private static async Task<double> SizeAsync(AnswerPage cut) =>
        double.Hypot(await cut.NumberAsync("weight w₁"), await cut.NumberAsync("weight w₂"));

    /// <summary>A place of the map as shares of a canvas of 24 rem, which leaves room for the numbers at its sides.</summary>
    private static (double X, double Y) At(double x, double y)
    {
        const double Side = 24 * 17;
        return ((40 + (x * (Side - 48))) / Side, (8 + ((1 - y) * (Side - 30))) / Side);
    }
}
