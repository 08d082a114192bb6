using System.Text.Json;
using System.Text.Json.Nodes;
using Book.Tests.Browser;
using Book.Tests.Machine;
using Microsoft.Playwright;

namespace Book.Tests.Cells;

/// <summary>The program that runs cells, in a page that has nothing else to do with it.</summary>
internal sealed class CellProgram
{
    /// <summary>The expression that starts it; afterwards <c>m</c> is the machine, and <c>shown</c> what it has shown.</summary>
    public const string Start = """
        (async () => {
          document.head.append(Object.assign(document.createElement('meta'), { name: 'cells-src', content: 'assets/cells.js' }));
          window.shown = [];
          window.m = await startMachine({ program: 'cells', onOutput: output => shown.push(output) });
        })()
        """;

    /// <summary>The script's file in the book.</summary>
    public const string Script = "cells.js";

    private readonly IPage page;

    private CellProgram(IPage page) => this.page = page;

    /// <summary>Starts it in Chromium, in a page from the disk.</summary>
    public static async Task<CellProgram> StartAsync(BrowserFixture browser)
    {
        var page = await MachinePage.FromDiskAsync(browser);
        await page.EvaluateAsync(Start);
        return new(page);
    }

    /// <summary>The expression that runs a cell and gives, as JSON, its error and what it has shown.</summary>
    public static string Call(string code) =>
        $"(async () => {{ shown.length = 0; const {{ error }} = JSON.parse(await m.call('Run', {JsonSerializer.Serialize(code)})); "
        + "return JSON.stringify({ error, shown }); })()";

    /// <summary>Runs a cell.</summary>
    public async Task<(JsonNode? Error, JsonArray Shown)> RunAsync(string code)
    {
        var result = JsonNode.Parse(await page.EvaluateAsync<string>(Call(code)))!;
        return (result["error"], result["shown"]!.AsArray());
    }

    /// <summary>Runs a cell that has no error.</summary>
    public async Task<JsonArray> ShowAsync(string code)
    {
        var (error, shown) = await RunAsync(code);
        Assert.True(error is null, error?.ToJsonString());
        return shown;
    }

    /// <summary>What another call gives, JSON.</summary>
    public async Task<JsonArray> CallAsync(string name, params object[] arguments) =>
        JsonNode.Parse(await page.EvaluateAsync<string>($"m.call('{name}', ...{JsonSerializer.Serialize(arguments)})"))!.AsArray();

    /// <summary>What an expression is on the page.</summary>
    public Task<T> EvaluateAsync<T>(string expression) => page.EvaluateAsync<T>(expression);
}
