using System.CommandLine;
using Notebooks.Jupyter.Installing;

namespace Notebooks.CommandLine;

/// <summary><c>kernel install</c>: makes the kernel known to Jupyter.</summary>
internal static class KernelInstallCommand
{
    /// <summary>Its place in the command tree.</summary>
    public static Command Create()
    {
        var place = new KernelPlaceOptions();
        var force = new Option<bool>("--force")
        {
            Description = $"Take the name {KernelSpec.NotebooksName} even if .NET Interactive has it.",
        };
        var command = new Command("install", "Make the kernel known to Jupyter.") { force };
        place.AddTo(command);
        command.SetAction(call => Install(place.Folder(call), call.GetValue(force)));
        return command;
    }

    private static int Install(string kernels, bool isForced)
    {
        var taken = KernelFolders.All.Prepend(kernels)
            .Select(folder => Path.Combine(folder, KernelSpec.NotebooksName))
            .FirstOrDefault(folder => Directory.Exists(folder) && !KernelSpec.IsOurs(folder));
        var name = taken is null || isForced ? KernelSpec.NotebooksName : KernelSpec.OwnName;
        var folder = Path.Combine(kernels, name);
        try
        {
            KernelSpec.Write(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CallException($"{folder}: cannot be written: {error.Message}", error);
        }

        Console.WriteLine($"Jupyter now knows the kernel \"{KernelSpec.DisplayName(name)}\" as {name}:");
        Console.WriteLine($"  {folder}");
        if (taken is not null)
        {
            Console.WriteLine(isForced
                ? $"It goes before the one that was there: {taken}"
                : $"The name {KernelSpec.NotebooksName}, which the notebooks carry, stays with the kernel in {taken}; --force takes it.");
            Console.WriteLine($"If that is Microsoft's, it starts where its tool is on PATH: {KernelSpec.InstallMicrosofts}");
        }

        TellHowToGoOn(name);
        return ExitStatus.Success;
    }

    private static void TellHowToGoOn(string name)
    {
        var root = Repository.Find(Environment.CurrentDirectory) ?? Repository.Find(AppContext.BaseDirectory);
        var first = root is null ? "notebook.ipynb" : Repository.NotebooksOf(root)[0];
        if (root is not null)
            first = Path.GetRelativePath(Environment.CurrentDirectory, first);
        var quoted = first.Contains(' ', StringComparison.Ordinal) ? $"\"{first}\"" : first;
        var choose = name == KernelSpec.NotebooksName ? "" : $", then Kernel > Change kernel > {KernelSpec.DisplayName(name)}";
        Console.WriteLine("Open the first notebook:");
        Console.WriteLine($"  Jupyter   jupyter lab {quoted}    or    jupyter notebook {quoted}{choose}");
        Console.WriteLine(
            $"  VS Code   with the Jupyter extension: open {quoted}, Select Kernel > Jupyter Kernel > {KernelSpec.DisplayName(name)}");
    }
}
