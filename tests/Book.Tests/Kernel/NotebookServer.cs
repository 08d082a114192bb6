using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Testing;

namespace Book.Tests.Kernel;

/// <summary>
/// A Jupyter Notebook server with our kernel, beside copies of the notebooks; it knows nothing of what else is installed.
/// </summary>
public sealed class NotebookServer : IAsyncLifetime
{
    private const string Program = "/usr/bin/jupyter-notebook";

    private readonly string folder = Directory.CreateTempSubdirectory("jupyter notebook ").FullName;
    private readonly Queue<string> log = [];
    private Process? server;
    private string address = "";

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Program))
            return;
        await InstallKernelAsync();
        CopyNotebooks();
        await StartAsync();
    }

    /// <summary>Where a notebook opens; skips the test, saying why, where there is no Jupyter Notebook.</summary>
    public string AddressOf(string notebook)
    {
        Assert.SkipWhen(server is null, "No Jupyter Notebook found. Install it (Debian: apt-get install jupyter-notebook).");
        return $"{address}/notebooks/notebooks/{notebook}";
    }

    /// <summary>What the server said last, for the message of a failure.</summary>
    public string Log
    {
        get
        {
            lock (log)
                return string.Join('\n', log);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            server.Kill(entireProcessTree: true); // Its kernels too.
            await server.WaitForExitAsync();
            server.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }

    private async Task InstallKernelAsync()
    {
        var install = await Cli.RunAsync(folder, "kernel", "install", "--prefix", folder, "--force");
        Assert.Equal(0, install.ExitStatus);
    }

    // The notebooks load the library by a path relative to themselves.
    private void CopyNotebooks()
    {
        Directory.CreateSymbolicLink(Path.Combine(folder, "src"), Path.Combine(WorkingCopy.Root, "src"));
        var copies = Directory.CreateDirectory(Path.Combine(folder, "notebooks")).FullName;
        foreach (var notebook in WorkingCopy.Notebooks)
            File.Copy(notebook, Path.Combine(copies, Path.GetFileName(notebook)));
    }

    private async Task StartAsync()
    {
        var port = FreePort().ToString(CultureInfo.InvariantCulture);
        address = $"http://127.0.0.1:{port}";
        var start = new ProcessStartInfo("/usr/bin/python3",
        [
            Program, "--no-browser", "--allow-root", "--ip=127.0.0.1", $"--port={port}", "--NotebookApp.port_retries=0",
            "--NotebookApp.token=", "--NotebookApp.password=", $"--notebook-dir={folder}",
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["JUPYTER_PATH"] = Path.Combine(folder, "share", "jupyter");
        foreach (var kind in new[] { "CONFIG", "DATA", "RUNTIME" })
            start.Environment[$"JUPYTER_{kind}_DIR"] = Path.Combine(folder, kind);
        server = Process.Start(start)!;
        server.OutputDataReceived += (_, line) => Remember(line.Data);
        server.ErrorDataReceived += (_, line) => Remember(line.Data);
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        await AnswersAsync();
    }

    private async Task AnswersAsync()
    {
        using var client = new HttpClient();
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(100))
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(address + "/api"));
                return;
            }
            catch (HttpRequestException) when (waited.Elapsed < TimeSpan.FromSeconds(30) && !server!.HasExited)
            {
                // It does not listen yet.
            }
            catch (HttpRequestException)
            {
                Assert.Fail("Jupyter Notebook does not start:\n" + Log);
            }
        }
    }

    private void Remember(string? line)
    {
        lock (log)
        {
            log.Enqueue(line ?? "");
            if (log.Count > 30)
                log.Dequeue();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
