using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Book.Tests.Firefox;

/// <summary>A page in a headless Firefox of its own, steered by WebDriver BiDi, which Firefox speaks without a driver.</summary>
internal sealed partial class FirefoxPage : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly DirectoryInfo profile = Directory.CreateTempSubdirectory("firefox ");
    private readonly ClientWebSocket socket = new();
    private readonly CancellationTokenSource limit = new(Patience);
    private Process? program;
    private string context = "";
    private int sent;

    private FirefoxPage()
    {
    }

    /// <summary>Opens an address; skips the test, saying why, where there is no Firefox.</summary>
    public static async Task<FirefoxPage> OpenAsync(string address, int width)
    {
        var file = Array.Find(
            [Environment.GetEnvironmentVariable("FIREFOX") ?? "", "/usr/bin/firefox-esr", "/usr/bin/firefox"], File.Exists);
        Assert.SkipWhen(file is null, "No Firefox found. Install it (Debian: apt-get install firefox-esr) or set FIREFOX to its path.");
        var page = new FirefoxPage();
        await page.StartAsync(file!);
        await page.SendAsync("session.new", new JsonObject { ["capabilities"] = new JsonObject() });
        var tabs = await page.SendAsync("browsingContext.getTree", []);
        page.context = tabs["contexts"]![0]!["context"]!.GetValue<string>();
        await page.SendAsync("browsingContext.setViewport", new JsonObject
        {
            ["context"] = page.context,
            ["viewport"] = new JsonObject { ["width"] = width, ["height"] = 800 },
        });
        await page.GoToAsync(address);
        return page;
    }

    /// <summary>Goes to another address, and waits until it is there.</summary>
    public Task GoToAsync(string address) => SendAsync(
        "browsingContext.navigate", new JsonObject { ["context"] = context, ["url"] = address, ["wait"] = "complete" });

    /// <summary>What an expression is on the page, as text; of a promise, what it brings.</summary>
    public async Task<string> EvaluateAsync(string expression)
    {
        var answer = await SendAsync("script.evaluate", new JsonObject
        {
            ["expression"] = $"Promise.resolve({expression}).then(String)",
            ["target"] = new JsonObject { ["context"] = context },
            ["awaitPromise"] = true,
        });
        return answer["result"]?["value"]?.GetValue<string>() ?? throw new InvalidOperationException($"Firefox: {answer.ToJsonString()}");
    }

    /// <summary>Types a text or a key.</summary>
    public Task TypeAsync(string text) => SendAsync("input.performActions", new JsonObject
    {
        ["context"] = context,
        ["actions"] = new JsonArray(new JsonObject
        {
            ["type"] = "key",
            ["id"] = "keyboard",
            ["actions"] = new JsonArray([.. text.SelectMany(static key => new[] { "keyDown", "keyUp" }.Select(
                type => new JsonObject { ["type"] = type, ["value"] = key.ToString() }))]),
        }),
    });

    /// <summary>Waits until an expression is true on the page.</summary>
    public async Task WaitForAsync(string expression)
    {
        while (await EvaluateAsync($"Boolean({expression})") != "true")
            await Task.Delay(50, limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        socket.Dispose();
        limit.Dispose();
        if (program is not null)
        {
            program.Kill(entireProcessTree: true);
            await program.WaitForExitAsync();
            program.Dispose();
        }

        profile.Delete(recursive: true);
    }

    private async Task StartAsync(string file)
    {
        program = Process.Start(new ProcessStartInfo(
            file, ["--headless", "--no-remote", "--profile", profile.FullName, "--remote-debugging-port", "0", "about:blank"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        program.ErrorDataReceived += (_, line) =>
        {
            if (Listening().Match(line.Data ?? "") is { Success: true } listening)
                address.TrySetResult(new(listening.Groups["address"].Value + "/session"));
        };
        program.BeginErrorReadLine();
        program.BeginOutputReadLine();
        await socket.ConnectAsync(await address.Task.WaitAsync(limit.Token), limit.Token);
    }

    private async Task<JsonNode> SendAsync(string method, JsonObject parameters)
    {
        var id = ++sent;
        var command = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        await socket.SendAsync(Encoding.UTF8.GetBytes(command.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, limit.Token);
        while (true)
        {
            var message = JsonNode.Parse(await ReceiveAsync())!;
            if (message["id"]?.GetValue<int>() != id)
                continue;
            return message["type"]?.GetValue<string>() == "success"
                ? message["result"]!
                : throw new InvalidOperationException($"Firefox, {method}: {message.ToJsonString()}");
        }
    }

    private async Task<byte[]> ReceiveAsync()
    {
        using var content = new MemoryStream();
        var part = new byte[64 * 1024];
        ValueWebSocketReceiveResult received;
        do
        {
            received = await socket.ReceiveAsync(part.AsMemory(), limit.Token);
            await content.WriteAsync(part.AsMemory(0, received.Count), limit.Token);
        }
        while (!received.EndOfMessage);
        return content.ToArray();
    }

    [GeneratedRegex("WebDriver BiDi listening on (?<address>ws://[0-9.:]+)")]
    private static partial Regex Listening();
}
