using Book.Tests.Browser;
using Microsoft.Playwright;

namespace Book.Tests.Cells;

/// <summary>What a reader does with an exercise: writes, checks, runs the solution, comes back another day.</summary>
[Collection("Programs")]
public class PageExerciseTests(BrowserFixture browser)
{
    private const string Loop = "foreach (var i in corners)\n    Console.WriteLine($\"{And(i[0], i[1]):F4}\");";

    [Fact]
    public async Task An_answer_is_checked_by_what_it_prints_or_by_the_solutions_own_checks_and_kept()
    {
        await using var open = await CellPage.OpenAsync(browser);
        var (and, xor) = (open.Exercise(1), open.Exercise(6));
        await CheckAsync(and, $"double And(double a, double b) => Sigmoid(10 * a + 10 * b - 5);\n{Loop}");
        await CellPage.SaysAsync(and, "✗ Found “0.0067”, expected “0 and 0: 0.0000”.");
        await CheckAsync(and, $"double And(double a, double b) => Sigmoid(10 * (a + b) - 15);\n{Loop}");
        await CellPage.SaysAsync(and, "✓ Right. The solution says the same, in 4 lines.");
        await CheckAsync(and, "// Not yet.");
        await CellPage.SaysAsync(and, "✗ Your code printed nothing. Expected “0 and 0: 0.0000”.");

        await CheckAsync(xor, "double[] mine = [0, 1, 1, 0];");
        await CellPage.SaysAsync(xor, "✗ The solution's check asks for “found”. Call yours so.");
        await CheckAsync(xor, "double[] found = [0, 1, 0, 0];");
        await CellPage.SaysAsync(xor, "✗ the four corners: found 0 1 0 0, expected 0 1 1 0");
        await CheckAsync(xor, "double[] found = [0, 1, 1, 0];");
        await CellPage.SaysAsync(xor, "✓ Right. the four corners: 0 1 1 0 ≈ 0 1 1 0");

        var solution = open.Page.Locator(".try[data-exercise^='6.'] + details");
        await solution.Locator("summary").ClickAsync();
        await CellPage.Button(solution, "Run").ClickAsync();
        await CellPage.ShowsAsync(solution, "✓ the four corners");
        await Assertions.Expect(solution.Locator(".ran .figure [data-figure]")).ToBeVisibleAsync();
        Assert.Empty(await open.ViolationsAsync());
        Assert.Empty(open.Complaints);

        await open.Page.ReloadAsync();
        await Assertions.Expect(CellPage.Code(and)).ToHaveValueAsync("// Not yet.");
        await CellPage.Button(and, "Reset").ClickAsync();
        await open.Page.ReloadAsync();
        await Assertions.Expect(CellPage.Code(and)).ToHaveValueAsync("");
    }

    [Fact]
    public async Task The_keyboard_is_not_held_by_an_editor_and_a_fault_to_find_stands_in_its_own()
    {
        await using var open = await CellPage.OpenAsync(browser);
        var (page, and) = (open.Page, open.Exercise(1));
        await CellPage.Code(and).FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(CellPage.Button(and, "Run")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Shift+Tab");
        Assert.False(await page.EvaluateAsync<bool>("'bookPrograms' in window"));
        await page.Keyboard.TypeAsync("x");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(CellPage.Code(and)).ToHaveValueAsync("x   ");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(CellPage.Button(and, "Run")).ToBeFocusedAsync();

        var fault = open.Exercise(3);
        await Assertions.Expect(CellPage.Code(fault)).ToHaveValueAsync(
            "double Friend(double i1, double i2) => Sigmoid(20 * Hidden(i1, i2).Sum() - 10);");
        Assert.Equal(0, await open.Exercise(5).CountAsync());
        Assert.Equal(0, await page.Locator(".code:not(.editor):visible", new() { HasText = "double Friend" }).CountAsync());
    }

    [Theory]
    [InlineData("delete window.WebAssembly", "C# cannot run in this browser: it has no WebAssembly, or has it switched off.")]
    [InlineData("document.querySelector('meta[name=cells-src]').content = 'assets/none.js'", "C# cannot run: assets/none.js is missing.")]
    [InlineData("(() => { window.Worker = class { constructor() { throw new Error('No worker.'); } }; })()", "No worker.")]
    public async Task Where_CSharp_cannot_run_a_sentence_says_so_and_the_page_stays_as_it_was(string without, string sentence)
    {
        await using var open = await CellPage.OpenAsync(browser);
        await open.Page.EvaluateAsync(without);
        await CellPage.Button(open.Cell(3), "Run").ClickAsync();
        await CellPage.SaysAsync(open.Cell(3), sentence);
        await open.TellsAsync(sentence);
        await Assertions.Expect(open.Cell(3).Locator("pre.output")).ToHaveTextAsync("60 m², 4 km: 920 euros");
        await Assertions.Expect(CellPage.Button(open.Cell(3), "Run")).ToBeVisibleAsync();
    }

    private static async Task CheckAsync(ILocator exercise, string code)
    {
        await CellPage.Code(exercise).FillAsync(code);
        await CellPage.Button(exercise, "Check").ClickAsync();
    }
}
