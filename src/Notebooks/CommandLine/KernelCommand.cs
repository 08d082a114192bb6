using System.CommandLine;

namespace Notebooks.CommandLine;

/// <summary><c>kernel</c>: the Jupyter kernel.</summary>
internal static class KernelCommand
{
    /// <summary>Its place in the command tree.</summary>
    public static Command Create() =>
        new("kernel", "The Jupyter kernel: the notebooks in JupyterLab, Jupyter Notebook, VS Code, nbconvert.")
    {
        KernelInstallCommand.Create(),
        KernelUninstallCommand.Create(),
        KernelStartCommand.Create(),
    };
}
