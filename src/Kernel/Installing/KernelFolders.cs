namespace Notebooks.Jupyter.Installing;

/// <summary>Folders in which Jupyter looks for kernels; one below for each, named as the kernel.</summary>
public static class KernelFolders
{
    /// <summary>This user's.</summary>
    public static string User { get; } = Path.Combine(UserData(), "kernels");

    /// <summary>All of them, in Jupyter's order.</summary>
    public static IReadOnlyList<string> All =>
    [
        .. Variable("JUPYTER_PATH").Select(folder => Path.Combine(folder, "kernels")),
        User,
        .. Variable("VIRTUAL_ENV").Concat(Variable("CONDA_PREFIX")).Select(Under),
        .. System().Select(folder => Path.Combine(folder, "kernels")),
    ];

    /// <summary>The one of an installation, such as <c>/usr/local</c> or a virtual environment.</summary>
    /// <param name="prefix">The installation's folder.</param>
    public static string Under(string prefix) => Path.Combine(Path.GetFullPath(prefix), "share", "jupyter", "kernels");

    private static string UserData()
    {
        if (Variable("JUPYTER_DATA_DIR").FirstOrDefault() is { } set)
            return set;
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return OperatingSystem.IsWindows() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter")
            : OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Jupyter")
            : Path.Combine(Variable("XDG_DATA_HOME").FirstOrDefault() ?? Path.Combine(home, ".local", "share"), "jupyter");
    }

    private static string[] System() => OperatingSystem.IsWindows()
        ? [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "jupyter")]
        : ["/usr/local/share/jupyter", "/usr/share/jupyter"];

    private static string[] Variable(string name) =>
        (Environment.GetEnvironmentVariable(name) ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
}
