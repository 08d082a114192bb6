using System.CommandLine;
using System.Diagnostics;
using Notebooks.Jupyter.Installing;

namespace Notebooks.CommandLine;

/// <summary><c>serve</c>: opens notebooks in Jupyter, with our kernel in place for as long as it runs.</summary>
internal static class ServeCommand
{
    private const string Missing =
        "Jupyter is not on PATH: install it (pip install jupyterlab), or read the notebooks with the command book";

    /// <summary>Its place in the command tree.</summary>
    public static Command Create()
    {
        var place = new Argument<string>("place")
        {
            Description = "A notebook or a folder. Default: this folder.",
            DefaultValueFactory = _ => ".",
        };
        var noBrowser = new Option<bool>("--no-browser") { Description = "Open no browser; Jupyter prints the address." };
        var command = new Command("serve", "Open notebooks in Jupyter, with our kernel in place; nothing is installed.")
        {
            place,
            noBrowser,
        };
        command.SetAction((call, cancellationToken) => ServeAsync(call.GetValue(place)!, call.GetValue(noBrowser), cancellationToken));
        return command;
    }

    private static async Task<int> ServeAsync(string place, bool isWithoutBrowser, CancellationToken cancellationToken)
    {
        if (!Path.Exists(place))
            throw new CallException($"{place}: no such file or folder");
        var jupyter = Find("jupyter-lab") ?? Find("jupyter-notebook") ?? throw new CallException(Missing);
        var folder = Directory.CreateTempSubdirectory("notebooks-serve-").FullName;
        try
        {
            KernelSpec.Write(Path.Combine(folder, "kernels", KernelSpec.NotebooksName));
            return await RunAsync(jupyter, place, isWithoutBrowser, folder, cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> RunAsync(
        string jupyter, string place, bool isWithoutBrowser, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(jupyter,
        [
            Path.GetFullPath(place),
            $"--MultiKernelManager.default_kernel_name={KernelSpec.NotebooksName}",
            .. isWithoutBrowser ? (string[])["--no-browser"] : [],
        ]);
        // Jupyter looks here first, so that our kernel is meant where another goes by the same name.
        var others = Environment.GetEnvironmentVariable("JUPYTER_PATH");
        start.Environment["JUPYTER_PATH"] = string.IsNullOrEmpty(others) ? folder : $"{folder}{Path.PathSeparator}{others}";
        using var process = Process.Start(start) ?? throw new CallException(Missing);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? ExitStatus.Success : ExitStatus.Failed;
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static string? Find(string program)
    {
        string[] endings = OperatingSystem.IsWindows() ? [".exe", ".cmd", ".bat"] : [""];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => endings.Select(ending => Path.Combine(folder, program + ending)))
            .FirstOrDefault(File.Exists);
    }
}
