using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace TrainingSteps;

/// <summary>PyTorch in a process beside this one, which trains one case whenever it is asked.</summary>
internal sealed class PyTorch : IDisposable
{
    private readonly Process python;

    private PyTorch(Process python, string version) => (this.python, Version) = (python, version);

    /// <summary>Which PyTorch it is.</summary>
    public string Version { get; }

    /// <summary>Starts it; null where there is no Python with PyTorch.</summary>
    public static PyTorch? Start()
    {
        foreach (var command in new[] { "/usr/bin/python3", "python3", "python" })
        {
            try
            {
                var python = Process.Start(new ProcessStartInfo(command, [Path.Combine(AppContext.BaseDirectory, "pytorch_steps.py")])
                {
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                })!;
                if (python.StandardOutput.ReadLine() is { } version)
                    return new(python, version);
                python.Dispose();
            }
            catch (Win32Exception)
            {
                // No such command: the next may be there.
            }
        }

        return null;
    }

    /// <summary>Trains once.</summary>
    /// <returns>Microseconds per step.</returns>
    public double Microseconds(Case run)
    {
        python.StandardInput.WriteLine(run.Line);
        python.StandardInput.Flush();
        var answer = python.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException($"PyTorch ended at '{run.Name}': {python.StandardError.ReadToEnd()}");
        return double.Parse(answer, CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        python.StandardInput.Close();
        python.WaitForExit();
        python.Dispose();
    }
}
