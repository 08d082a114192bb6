using Book.Tests.Browser;
using Book.Tests.Firefox;
using Book.Tests.Machine;
using Microsoft.Playwright;

namespace Book.Tests.Cells;

/// <summary>What a reader does with the cells of a page: changes one, runs it, gets its errors, stops it, takes it back.</summary>
[Collection("Programs")]
public class PageCellTests(BrowserFixture browser)
{
    [Fact]
    public async Task By_keyboard_a_cell_is_changed_and_run_after_those_above_it_and_taken_back()
    {
        await using var open = await CellPage.OpenAsync(browser);
        var (page, cell) = (open.Page, open.Cell(3));
        Assert.False(await page.EvaluateAsync<bool>("'bookPrograms' in window"));

        await CellPage.Button(cell, "Run").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(CellPage.Code(cell)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+Home");
        await page.Keyboard.TypeAsync("if (true)\n{\nConsole.WriteLine(\"first\");\n}\n");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Shift+Enter");
        await CellPage.ShowsAsync(cell, "first");
        await CellPage.ShowsAsync(cell, "60 m², 4 km: 920 euros");
        await open.TellsAsync("3 of 24 cells have run.");
        Assert.StartsWith(
            "if (true)\n{\n    Console.WriteLine(\"first\");\n}\ndouble",
            await CellPage.Code(cell).InputValueAsync(),
            StringComparison.Ordinal);

        var figure = open.Cell(2).Locator(".ran #figure-1-1");
        await Assertions.Expect(figure.Locator("figcaption")).ToHaveTextAsync("Figure 1.1");
        await figure.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(figure.Locator("[data-figure]")).ToHaveAttributeAsync("data-live", "on");

        await page.EvaluateAsync("navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }");
        await CellPage.Button(cell, "Copy").ClickAsync();
        Assert.StartsWith("if (true)", await page.EvaluateAsync<string>("window.copied"), StringComparison.Ordinal);
        await CellPage.Code(cell).FocusAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(CellPage.Button(cell, "Run").First).ToBeFocusedAsync();
        await CellPage.Button(cell, "Changed: reset").ClickAsync();
        await Assertions.Expect(cell.Locator("pre.output")).ToHaveTextAsync("60 m², 4 km: 920 euros");
        Assert.Equal(0, await cell.Locator("textarea, .ran").CountAsync());
        Assert.EndsWith(CellPage.Name, page.Url, StringComparison.Ordinal);
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task An_error_is_marked_in_the_code_keeps_the_cells_below_from_running_and_everybody_can_read_it()
    {
        await using var open = await CellPage.OpenAsync(browser);
        var cell = open.Cell(3);
        await open.EditAsync(3);
        await CellPage.Code(cell).FillAsync("var fine = 1;\nvar wrong = oops;");
        await CellPage.Button(cell, "Run").First.ClickAsync();
        await CellPage.ShowsAsync(cell, "CS0103");
        await Assertions.Expect(cell.Locator("mark")).ToHaveTextAsync("oops");
        await CellPage.Button(cell, "Line 2, column 13").ClickAsync();
        Assert.Equal(26, await CellPage.Code(cell).EvaluateAsync<int>("area => area.selectionStart"));

        await CellPage.Button(open.Cell(5), "Run").ClickAsync();
        await CellPage.SaysAsync(open.Cell(5), "It has not run: Cell 3 stops with an error.");
        await CellPage.Code(cell).FillAsync("int Deeper(int x) => Deeper(x + 1) + 1;\nConsole.WriteLine(\"before\");\nDeeper(0)");
        await CellPage.Code(cell).PressAsync("Control+Enter");
        await CellPage.ShowsAsync(cell, "before");
        await CellPage.ShowsAsync(cell, "InsufficientExecutionStackException");
        Assert.Empty(await open.ViolationsAsync());

        await open.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal(0, await open.Page.Locator("main button:not(.place):visible").CountAsync());
    }

    [Fact]
    public async Task An_endless_loop_is_stopped_and_the_next_run_begins_anew()
    {
        await using var open = await CellPage.OpenAsync(browser);
        var cell = open.Cell(3);
        await open.EditAsync(3);
        await CellPage.Code(cell).FillAsync(
            "var turns = 0;\nwhile (true)\n    if (turns++ % 1000000 == 0)\n        Console.WriteLine($\"turn {turns}\");");
        await CellPage.Code(cell).PressAsync("Shift+Enter");
        await CellPage.ShowsAsync(cell, "turn 1");
        await CellPage.Button(cell, "Stop").First.ClickAsync();
        await CellPage.SaysAsync(cell, "Stopped. What the cells had computed is gone");
        await Assertions.Expect(cell.Locator(".ran")).ToContainTextAsync("turn 1");

        await CellPage.Code(cell).FillAsync("6 * 7");
        await CellPage.Code(cell).PressAsync("Shift+Enter");
        await open.TellsAsync("3 of 24 cells have run.");
        await Assertions.Expect(cell.Locator(".ran")).ToHaveTextAsync("42");
        await CellPage.Button(open.Session, "Reset all").ClickAsync();
        Assert.Equal(0, await open.Page.Locator(".cell :is(textarea, .ran)").CountAsync());
    }

    [Fact]
    public async Task Two_tabs_do_not_disturb_each_other()
    {
        await using var first = await CellPage.OpenAsync(browser);
        var page = await first.Page.Context.NewPageAsync();
        await page.GotoAsync(await CellPage.AddressAsync());
        var (one, other) = (first.Cell(3), page.Locator("#cell-3"));
        foreach (var (cell, code) in new[] { (one, "var mine = \"one\"; mine"), (other, "var mine = \"other\"; mine") })
        {
            await CellPage.Button(cell, "Edit").DispatchEventAsync("click");
            await CellPage.Code(cell).FillAsync(code);
            await CellPage.Code(cell).PressAsync("Shift+Enter");
        }

        await CellPage.ShowsAsync(one, "one");
        await CellPage.ShowsAsync(other, "other");
    }

    [Fact]
    public async Task From_a_host_with_a_strict_policy_cells_run_and_a_program_that_ends_is_told_and_started_again()
    {
        const string Policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; style-src 'self'; img-src data:";
        var page = await MachinePage.FromHostAsync(browser, Policy, name: CellPage.Name);
        var cell = page.Locator("#cell-3");
        await CellPage.Button(cell, "Edit").DispatchEventAsync("click");
        await CellPage.Code(cell).FillAsync("Environment.Exit(1);");
        await CellPage.Code(cell).PressAsync("Shift+Enter");
        await CellPage.SaysAsync(cell, "The code ended the program, with the exit code 1.");
        await Assertions.Expect(page.Locator(".session")).ToContainTextAsync("What the cells had computed is gone");
        await CellPage.Button(cell, "Changed: reset").ClickAsync();
        await CellPage.Button(cell, "Run").ClickAsync();
        await CellPage.ShowsAsync(cell, "60 m², 4 km: 920 euros");
    }

    [Fact]
    public async Task Firefox_runs_a_cell_too()
    {
        await using var page = await FirefoxPage.OpenAsync(await CellPage.AddressAsync(), width: 1280);
        await page.EvaluateAsync("document.querySelector('#cell-3 .run').click()");
        await page.WaitForAsync("document.querySelector('#cell-3 .ran')?.textContent.includes('920 euros')");
        Assert.Equal("0", await page.EvaluateAsync("Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
    }

    [Fact]
    public async Task On_a_telephone_the_editor_is_no_wider_than_the_page_and_buttons_cover_no_code()
    {
        await using var open = await CellPage.OpenAsync(browser, width: 360, touch: true);
        await open.EditAsync(3);
        Assert.Equal(360, await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Equal(0, await open.Page.EvaluateAsync<int>("""
            () => [...document.querySelectorAll('.cell > .tools')].filter(tools => tools.checkVisibility())
              .filter(tools => {
                const code = tools.parentElement.querySelector(':scope > .code:not(details) code');
                return code?.getClientRects()[0]?.top < tools.getBoundingClientRect().bottom - 1;
              }).length
            """));
    }

    [Fact]
    public async Task A_cell_that_does_not_run_says_why_as_soon_as_a_reader_touches_another()
    {
        await using var open = await CellPage.OpenAsync(browser, "02-tensors-gradients-activations.html");
        var because = open.Page.Locator(".cell[data-still] .still-because");
        await Assertions.Expect(because).ToBeHiddenAsync();
        await open.EditAsync(2);
        await Assertions.Expect(because).ToHaveTextAsync("It draws with Plotly.NET itself, which is too large for a page.");
        Assert.Equal(0, await open.Page.Locator(".cell[data-still] .run").CountAsync());
    }

    [Fact]
    public async Task Without_scripts_there_is_no_button_and_no_empty_place()
    {
        var page = await browser.NewPageAsync(new() { JavaScriptEnabled = false });
        await page.GotoAsync(await CellPage.AddressAsync());
        Assert.Equal(0, await page.Locator("main button:visible, .try:visible").CountAsync());
        await page.Context.CloseAsync();
    }
}
