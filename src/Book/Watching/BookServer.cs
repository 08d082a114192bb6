using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Notebooks.Book.Site;

namespace Notebooks.Book.Watching;

/// <summary>Shows the book to a browser on this machine while it is being written, and tells it when to look again.</summary>
public sealed class BookServer : IDisposable
{
    private const int PortsTried = 20;
    private const string ScriptPath = "/watch.js";
    private const string EventsPath = "/watch-events";
    private const string Changed = "data: changed\n\n";

    private readonly HttpListener listener;
    private readonly List<HttpListenerResponse> waiting = [];
    private readonly string folder;
    private string problem = "";
    private int changes;

    private BookServer(HttpListener listener, string folder, Uri address)
    {
        this.listener = listener;
        this.folder = folder;
        Address = address;
    }

    /// <summary>Address of the book.</summary>
    public Uri Address { get; }

    /// <summary>Starts to serve a folder on the first free port from the given one on.</summary>
    /// <exception cref="BookException">None of the ports is free.</exception>
    public static BookServer Start(string folder, int port)
    {
        for (var tried = port; tried < port + PortsTried; tried++)
        {
            var address = new Uri($"http://127.0.0.1:{tried}/");
            var listener = new HttpListener { Prefixes = { address.AbsoluteUri } };
            try
            {
                listener.Start();
                return new(listener, Path.GetFullPath(folder), address);
            }
            catch (Exception error) when (error is HttpListenerException or ArgumentNullException)
            {
                // The port is in use; or a page of an earlier run asked for it in the instant in which .NET's listener
                // started, which accepts before it is complete and then cannot be used.
                listener.Close();
            }
        }

        throw new BookException($"None of the ports {port} to {port + PortsTried - 1} on 127.0.0.1 is free; name another with --port.");
    }

    /// <summary>Answers requests until it is stopped.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var stop = cancellationToken.Register(listener.Stop);
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await AnswerAsync(await listener.GetContextAsync());
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or IOException)
            {
                // The browser went away in the middle, or we are being stopped.
            }
        }
    }

    /// <summary>Tells every open page that the book has changed.</summary>
    public void Reload()
    {
        lock (waiting)
        {
            problem = "";
            changes++;
            waiting.RemoveAll(static page => !TrySend(page, Changed));
        }
    }

    /// <summary>Shows on every page why the book could not be built, until it can be again.</summary>
    /// <param name="message">What is wrong.</param>
    public void ShowProblem(string message)
    {
        lock (waiting)
        {
            problem = $"event: problem\ndata: {JsonSerializer.Serialize(message)}\n\n";
            waiting.RemoveAll(page => !TrySend(page, problem));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => listener.Close();

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var path = context.Request.Url!.AbsolutePath;
        if (path == EventsPath)
        {
            context.Response.ContentType = "text/event-stream";
            context.Response.SendChunked = true;
            // Under the lock, or a change that comes now would miss the page; and the book may have changed since it was fetched.
            lock (waiting)
            {
                var news = context.Request.QueryString["after"] == Number(changes) ? problem : Changed;
                if (TrySend(context.Response, "retry: 500\n\n" + news))
                    waiting.Add(context.Response);
            }

            return;
        }

        using var response = context.Response;
        response.Headers["Cache-Control"] = "no-store";
        var (type, content) = path == ScriptPath ? ("text/javascript", Asset.Read("watch.js")) : await ReadAsync(path);
        response.StatusCode = content is null ? (int)HttpStatusCode.NotFound : (int)HttpStatusCode.OK;
        response.ContentType = type;
        content ??= "Not part of the book."u8.ToArray();
        response.ContentLength64 = content.Length;
        if (context.Request.HttpMethod != "HEAD")
            await response.OutputStream.WriteAsync(content);
    }

    private async Task<(string Type, byte[]? Content)> ReadAsync(string path)
    {
        var relative = WebUtility.UrlDecode(path).TrimStart('/');
        var file = Path.GetFullPath(Path.Combine(folder, relative.Length == 0 ? "index.html" : relative));
        if (!file.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) || !File.Exists(file))
            return ("text/plain", null);
        var version = Number(Volatile.Read(ref changes)); // Before the content: one too many reloads does no harm.
        var content = await File.ReadAllBytesAsync(file);
        return Path.GetExtension(file) switch
        {
            ".html" => ("text/html; charset=utf-8", [.. content,
                .. Encoding.UTF8.GetBytes($"<script src=\"{ScriptPath}\" data-after=\"{version}\"></script>\n")]),
            ".css" => ("text/css", content),
            ".js" => ("text/javascript; charset=utf-8", content),
            ".csv" => ("text/csv", content),
            ".png" => ("image/png", content),
            ".svg" => ("image/svg+xml", content),
            ".ipynb" => ("application/x-ipynb+json", content),
            _ => ("application/octet-stream", content),
        };
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static bool TrySend(HttpListenerResponse page, string message)
    {
        try
        {
            page.OutputStream.Write(Encoding.UTF8.GetBytes(message));
            page.OutputStream.Flush();
            return true;
        }
        catch (Exception error) when (error is HttpListenerException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            return false;
        }
    }
}
