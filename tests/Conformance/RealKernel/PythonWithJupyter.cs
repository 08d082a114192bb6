using System.ComponentModel;
using System.Diagnostics;
using Testing;

namespace Conformance.RealKernel;

/// <summary>A Python with Jupyter's own client, nbclient.</summary>
/// <param name="Path">The interpreter.</param>
internal sealed record PythonWithJupyter(string Path)
{
    // Debian's comes first: a Python of the user's own seldom has Jupyter.
    private static readonly string[] Candidates = ["/usr/bin/python3", "python3", "python"];

    /// <summary>The first that there is, or null.</summary>
    public static async Task<PythonWithJupyter?> FindAsync()
    {
        foreach (var candidate in Candidates)
        {
            if (await CanImportAsync(candidate))
                return new PythonWithJupyter(candidate);
        }

        return null;
    }

    /// <summary>How a script is started.</summary>
    /// <param name="arguments">The script and its arguments.</param>
    public ProcessStartInfo StartInfo(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Path, arguments);
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        return start;
    }

    private static async Task<bool> CanImportAsync(string python)
    {
        try
        {
            return (await Command.RunAsync(
                new ProcessStartInfo(python, ["-c", "import nbclient, nbformat"]), TestContext.Current.CancellationToken)).Status == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
