using System.ComponentModel;
using System.Diagnostics;

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

    /// <summary>Runs a script.</summary>
    /// <param name="environment">What is set for it and for the kernels it starts.</param>
    /// <param name="arguments">The script and its arguments.</param>
    /// <returns>Its exit status, and all that it and the kernels printed.</returns>
    public async Task<(int Status, string Output)> RunAsync(IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        using var process = Process.Start(start)!;
        var cancel = TestContext.Current.CancellationToken;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancel);
            var problems = process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            return (process.ExitCode, await output + await problems);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static async Task<bool> CanImportAsync(string python)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(python, ["-c", "import nbclient, nbformat"]) { RedirectStandardError = true })!;
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
