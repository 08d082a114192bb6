using System.CommandLine;
using Notebooks.Jupyter.Installing;

namespace Notebooks.CommandLine;

/// <summary><c>kernel uninstall</c>: makes Jupyter forget the kernel.</summary>
internal static class KernelUninstallCommand
{
    /// <summary>Its place in the command tree.</summary>
    public static Command Create()
    {
        var place = new KernelPlaceOptions();
        var command = new Command("uninstall", "Make Jupyter forget the kernel; those of others stay.");
        place.AddTo(command);
        command.SetAction(call => Uninstall(place.Folder(call)));
        return command;
    }

    private static int Uninstall(string kernels)
    {
        var ours = ((string[])[KernelSpec.NotebooksName, KernelSpec.OwnName])
            .Select(name => Path.Combine(kernels, name))
            .Where(KernelSpec.IsOurs)
            .ToList();
        foreach (var folder in ours)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw new CallException($"{folder}: cannot be removed: {error.Message}", error);
            }

            Console.WriteLine($"Removed {folder}");
        }

        if (ours.Count == 0)
            Console.WriteLine($"There is no kernel of ours in {kernels}");
        return ExitStatus.Success;
    }
}
