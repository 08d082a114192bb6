using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Testing;

namespace Bounds;

/// <summary>
/// A Chromium as readers have it, nobody looking on. With a developer's tools attached, as Playwright attaches them, every
/// exception that plotly.js catches while it loads makes the browser read the whole library once more.
/// </summary>
internal sealed class ReadersBrowser : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    // Without pages of the browser's own, which it would load beside ours whenever a window opens. Nothing for Playwright:
    // the browser heeds one list only, and Playwright has its own.
    private static readonly string[] Arguments =
    [
        .. Chromium.Arguments, "--headless=new", "--no-first-run", "--disable-popup-blocking",
        "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup",
    ];

    // Opens the page in a tab of its own when the browser has come to rest, scrolls to the first figure, starts C#, and tells.
    private const string Measuring = """
        <!doctype html><meta charset="utf-8"><title>measuring</title><script>
        const wait = ms => new Promise(done => setTimeout(done, ms));
        const until = async found => { for (;;) { const it = found(); if (it) return it; await wait(20); } };
        (async () => {
          await wait(3000);
          const tab = open('/blank');
          await wait(2000);
          tab.location = location.hash.slice(1);
          await until(() => tab.document.querySelector('article'));
          const text = (await until(() => tab.performance.getEntriesByName('first-contentful-paint')[0])).startTime;
          await until(() => tab.document.readyState === 'complete');
          await wait(1000);
          const figure = [...tab.document.querySelectorAll('.nnf')].find(f => f.querySelector('script'));
          const start = performance.now();
          const live = new Promise(done => {
            const observer = new tab.MutationObserver(() => figure.dataset.live === 'on' && done());
            observer.observe(figure, { attributes: true });
          });
          figure.scrollIntoView({ block: 'center', behavior: 'instant' });
          await live;
          const figureLive = performance.now() - start;
          await wait(1000);
          const asked = performance.now();
          await (await tab.startMachine()).call('Data', 0, 0.1, 100, 42);
          fetch(`/measured?text=${text}&figure=${figureLive}&machine=${performance.now() - asked}`);
        })();
        </script>
        """;

    private readonly HttpListener server = new();
    private readonly DirectoryInfo profile = Directory.CreateTempSubdirectory("reader");
    private readonly TaskCompletionSource<(double Text, double Figure, double Machine)> measured = new();

    /// <summary>Opens a page of the book in a folder for the first time.</summary>
    /// <returns>
    /// Milliseconds from the click to the first text, from the first figure's coming into view until it is live, and from asking for
    /// C# in the page until it has answered.
    /// </returns>
    public static async Task<(double Text, double Figure, double Machine)> VisitAsync(
        string folder, string page, CancellationToken cancellationToken)
    {
        using var reader = new ReadersBrowser();
        var address = reader.Serve(folder);
        var start = new ProcessStartInfo(
            Chromium.Path!, [.. Arguments, $"--user-data-dir={reader.profile.FullName}", $"{address}measuring#/{page}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var chromium = Process.Start(start)!;
        chromium.BeginOutputReadLine();
        chromium.BeginErrorReadLine();
        try
        {
            return await reader.measured.Task.WaitAsync(Patience, cancellationToken);
        }
        finally
        {
            chromium.Kill(entireProcessTree: true);
            await chromium.WaitForExitAsync(CancellationToken.None);
        }
    }

    public void Dispose()
    {
        server.Close();
        try
        {
            profile.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A process of the browser is still ending; it lies with the temporary files.
        }
    }

    private string Serve(string folder)
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        free.Stop();
        server.Prefixes.Add(address);
        server.Start();
        _ = AnswerAllAsync(folder);
        return address;
    }

    private async Task AnswerAllAsync(string folder)
    {
        try
        {
            while (true)
                _ = AnswerAsync(await server.GetContextAsync(), folder);
        }
        catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
        {
            // The measuring is over.
        }
    }

    private async Task AnswerAsync(HttpListenerContext context, string folder)
    {
        using var response = context.Response;
        var path = context.Request.Url!.AbsolutePath;
        var file = Path.Combine(folder, path.TrimStart('/'));
        if (path == "/measured")
        {
            double Value(string name) => double.Parse(context.Request.QueryString[name]!, CultureInfo.InvariantCulture);
            measured.TrySetResult((Value("text"), Value("figure"), Value("machine")));
        }
        else if (path is "/measuring" or "/blank")
        {
            response.ContentType = "text/html";
            await response.OutputStream.WriteAsync(
                path == "/blank" ? "<!doctype html><title>blank</title>"u8.ToArray() : Encoding.UTF8.GetBytes(Measuring));
        }
        else if (File.Exists(file))
        {
            response.ContentType = Path.GetExtension(file) switch
            {
                ".html" => "text/html",
                ".css" => "text/css",
                ".js" => "text/javascript",
                _ => "application/octet-stream",
            };
            var content = await File.ReadAllBytesAsync(file);
            response.ContentLength64 = content.Length;
            await response.OutputStream.WriteAsync(content);
        }
        else
        {
            response.StatusCode = 404;
        }
    }
}
