using System.Diagnostics;
using Book.Tests.Browser;
using Microsoft.Playwright;

namespace Book.Tests.Kernel;

/// <summary>The kernel as a reader meets it: Jupyter Notebook in a browser.</summary>
[Collection("Browser")]
public sealed class JupyterNotebookTests(BrowserFixture browser, NotebookServer server) : IClassFixture<NotebookServer>
{
    // The cell that trains by hand, and every picture that its output has shown, in order.
    private const string WatchTheFigure = """
        () => {
            const cell = Jupyter.notebook.get_cells().find(c => c.cell_type === 'code' && c.get_text().includes('var byHand'));
            const area = cell.element[0].querySelector('.output');
            cell.element[0].id = 'by-hand';
            window.shown = [];
            new MutationObserver(() => {
                const title = area.querySelector('.nnf title')?.textContent;
                if (title && title !== shown.at(-1)) shown.push(title);
            }).observe(area, { childList: true, subtree: true });
        }
        """;

    // Neither busy nor waiting: every code cell has its number.
    private const string AllHaveRun = """
        () => !Jupyter.notebook.kernel_busy && Jupyter.notebook.get_cells()
            .every(c => c.cell_type !== 'code' || c.get_text().trim() === '' || Number.isInteger(c.input_prompt_number))
        """;

    [Fact]
    public async Task In_Jupyter_Notebook_a_notebook_runs_redraws_its_figure_completes_and_documents()
    {
        var address = server.AddressOf("03-gradient-descent.ipynb");
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1200, Height = 900 } });
        try
        {
            await page.GotoAsync(address);
            await page.WaitForFunctionAsync(
                "() => window.Jupyter?.notebook?.kernel?.info_reply?.implementation && Jupyter.notebook.kernel.is_connected()");
            await RunsAllAndRedrawsAsync(page);
            await CompletesAsync(page);
            await DocumentsAsync(page);
        }
        catch (Exception error) when (error is TimeoutException or PlaywrightException)
        {
            Assert.Fail($"{error.Message}\nThe server said:\n{server.Log}");
        }
        finally
        {
            await PictureAsync(page);
            await page.Context.CloseAsync();
        }
    }

    private static async Task RunsAllAndRedrawsAsync(IPage page)
    {
        var time = Stopwatch.StartNew();
        await page.EvaluateAsync("() => Jupyter.notebook.clear_all_output()");
        await page.EvaluateAsync(WatchTheFigure);
        await page.ClickAsync("#celllink");
        await page.ClickAsync("#run_all_cells");
        await page.WaitForFunctionAsync(AllHaveRun, null, new() { Timeout = 50_000 });
        TestContext.Current.TestOutputHelper?.WriteLine($"all cells: {time.Elapsed.TotalSeconds:F1} s");

        Assert.Equal(0, await page.Locator(".output_error").CountAsync());
        var shown = await page.EvaluateAsync<string[]>("() => shown");
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(" | ", shown));
        Assert.True(shown.Length >= 3, $"the figure was drawn as: {string.Join(" | ", shown)}");
        Assert.Equal("Data and fit, MSE 0.0575", shown[^1]);
        Assert.Equal(1, await page.Locator("#by-hand .output .nnf").CountAsync());
    }

    private static async Task CompletesAsync(IPage page)
    {
        await TypeAsync(page, "byHand.");
        await page.Keyboard.PressAsync("Tab");
        await page.WaitForSelectorAsync("#complete");
        var names = await page.Locator("#complete option").AllTextContentsAsync();
        Assert.Contains("FinalLoss", names);
        Assert.Contains("Snapshots", names);
        await page.Keyboard.PressAsync("Escape");
    }

    private static async Task DocumentsAsync(IPage page)
    {
        await TypeAsync(page, "Figure.Contour");
        await page.Keyboard.PressAsync("Shift+Tab");
        var text = page.Locator("#tooltip .tooltiptext");
        await Assertions.Expect(text).ToContainTextAsync("Figure.Contour(");
        await Assertions.Expect(text).ToContainTextAsync("A surface as lines of equal height.");
        TestContext.Current.TestOutputHelper?.WriteLine(await text.InnerTextAsync());
    }

    private static async Task TypeAsync(IPage page, string code)
    {
        await page.EvaluateAsync("""
            () => {
                const cell = Jupyter.notebook.insert_cell_at_bottom('code');
                Jupyter.notebook.select(Jupyter.notebook.ncells() - 1);
                Jupyter.notebook.edit_mode();
                cell.focus_editor();
            }
            """);
        await page.Keyboard.TypeAsync(code);
    }

    // For a person who wants to look: where NOTEBOOK_PICTURE says.
    private static async Task PictureAsync(IPage page)
    {
        if (Environment.GetEnvironmentVariable("NOTEBOOK_PICTURE") is { Length: > 0 } file)
            await page.ScreenshotAsync(new() { Path = file });
    }
}
