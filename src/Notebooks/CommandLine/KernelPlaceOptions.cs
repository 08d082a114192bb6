using System.CommandLine;
using Notebooks.Jupyter.Installing;

namespace Notebooks.CommandLine;

/// <summary>The options that say where Jupyter's kernels are.</summary>
internal sealed class KernelPlaceOptions
{
    private readonly Option<bool> user = new("--user") { Description = "For this user; the default." };

    private readonly Option<string?> prefix = new("--prefix")
    {
        Description = "For an installation: below DIR/share/jupyter/kernels.",
        HelpName = "DIR",
    };

    private readonly Option<bool> environment = new("--sys-prefix")
    {
        Description = "For the Python environment that is active (VIRTUAL_ENV or CONDA_PREFIX).",
    };

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(user);
        command.Options.Add(prefix);
        command.Options.Add(environment);
    }

    /// <summary>The folder that a call means.</summary>
    /// <exception cref="CallException">It names two, or an environment that is not there.</exception>
    public string Folder(ParseResult call)
    {
        var given = (call.GetValue(user) ? 1 : 0) + (call.GetValue(prefix) is null ? 0 : 1) + (call.GetValue(environment) ? 1 : 0);
        if (given > 1)
            throw new CallException("--user, --prefix and --sys-prefix name different places; give one of them");
        if (call.GetValue(environment))
        {
            return KernelFolders.Under(
                Environment.GetEnvironmentVariable("VIRTUAL_ENV") ?? Environment.GetEnvironmentVariable("CONDA_PREFIX")
                ?? throw new CallException("--sys-prefix: no Python environment is active (neither VIRTUAL_ENV nor CONDA_PREFIX is set)"));
        }

        return call.GetValue(prefix) is not { } folder ? KernelFolders.User
            : folder.Length > 0 ? KernelFolders.Under(folder)
            : throw new CallException("--prefix: the folder is empty");
    }
}
