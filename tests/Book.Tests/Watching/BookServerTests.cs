using System.Net;
using Notebooks.Book.Watching;

namespace Book.Tests.Watching;

public sealed class BookServerTests : IDisposable
{
    private const int Port = 18_420;
    private readonly string folder = Directory.CreateTempSubdirectory("served ").FullName;
    private readonly HttpClient client = new();

    public void Dispose()
    {
        client.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_server_gives_the_books_files_and_no_others_and_tells_pages_to_reload()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "index.html"), "<p>é</p>", TestContext.Current.CancellationToken);
        using var server = BookServer.Start(folder, Port);
        using var stop = new CancellationTokenSource();
        var serving = server.RunAsync(stop.Token);

        Assert.StartsWith("<p>é</p><script src=\"/watch.js\" data-after=\"0\">", await client.GetStringAsync(server.Address, stop.Token),
            StringComparison.Ordinal);
        Assert.Contains(
            "location.reload", await client.GetStringAsync(new Uri(server.Address, "watch.js"), stop.Token), StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.NotFound, (await client.GetAsync(new Uri(server.Address, "..%2f..%2fetc/passwd"), stop.Token)).StatusCode);

        using var events = new StreamReader(await client.GetStreamAsync(new Uri(server.Address, "watch-events?after=0"), stop.Token));
        Assert.Equal("retry: 500", await events.ReadLineAsync(stop.Token));
        await events.ReadLineAsync(stop.Token);
        server.Reload();
        Assert.Equal("data: changed", await events.ReadLineAsync(stop.Token));

        using var second = BookServer.Start(folder, Port);
        Assert.NotEqual(server.Address, second.Address);
        await stop.CancelAsync();
        await serving;
    }

    [Fact]
    public async Task A_page_that_was_fetched_before_a_change_and_asks_after_it_reloads_at_once()
    {
        using var server = BookServer.Start(folder, Port);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var serving = server.RunAsync(stop.Token);
        server.Reload();

        using var events = new StreamReader(await client.GetStreamAsync(new Uri(server.Address, "watch-events?after=0"), stop.Token));
        Assert.Equal(["retry: 500", "", "data: changed"], [await events.ReadLineAsync(stop.Token), await events.ReadLineAsync(stop.Token),
            await events.ReadLineAsync(stop.Token)]);

        await File.WriteAllTextAsync(Path.Combine(folder, "index.html"), "new", stop.Token);
        Assert.Contains("data-after=\"1\"", await client.GetStringAsync(server.Address, stop.Token), StringComparison.Ordinal);
        await stop.CancelAsync();
        await serving;
    }

    [Fact]
    public async Task A_save_is_noticed_once_however_many_steps_it_takes()
    {
        using var watcher = new SourceWatcher([(folder, "*.md"), (Path.Combine(folder, "nowhere"), "*")]);
        var noticed = watcher.WaitAsync(TestContext.Current.CancellationToken);
        var file = Path.Combine(folder, "a.md");
        foreach (var text in new[] { "", "a", "ab" })
            await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        await noticed.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<TimeoutException>(
            () => watcher.WaitAsync(TestContext.Current.CancellationToken)
                .WaitAsync(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken));
    }
}
