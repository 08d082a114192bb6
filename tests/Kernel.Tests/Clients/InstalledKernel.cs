using System.Diagnostics;
using Testing;

namespace Kernel.Tests.Clients;

/// <summary>The kernel, installed where only these tests' Jupyter looks, in a path with blanks; and a Python with Jupyter.</summary>
public sealed class InstalledKernel : IAsyncLifetime
{
    private const string HowToInstall =
        "apt-get install python3-jupyter-client python3-nbformat jupyter-nbconvert, or pip install jupyter-client nbconvert";

    // Debian's comes first: a Python of the user's own seldom has Jupyter.
    private static readonly string[] Pythons = ["/usr/bin/python3", "python3", "python"];

    private string? python;

    /// <summary>A folder for files of a test.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("jupyter tests ").FullName;

    public async ValueTask InitializeAsync()
    {
        foreach (var candidate in Pythons)
        {
            if (python is null && await CanImportJupyterAsync(candidate))
                python = candidate;
        }

        var install = await Cli.RunAsync(Folder, "kernel", "install", "--prefix", Folder, "--force");
        Assert.Equal(0, install.ExitStatus);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs Python with the kernel known to its Jupyter.</summary>
    /// <returns>Its exit status, and all that it printed.</returns>
    public async Task<(int Status, string Output)> RunAsync(params string[] arguments)
    {
        if (python is null)
            Assert.Skip($"no Python with jupyter_client is here; {HowToInstall}");
        var start = new ProcessStartInfo(python!, arguments);
        start.Environment["JUPYTER_PATH"] = Path.Combine(Folder, "share", "jupyter");
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        return await Command.RunAsync(start, TestContext.Current.CancellationToken);
    }

    private static async Task<bool> CanImportJupyterAsync(string python)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(python, ["-c", "import jupyter_client, nbformat"]) { RedirectStandardError = true })!;
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
