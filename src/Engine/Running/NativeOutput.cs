using System.Diagnostics;

namespace Notebooks.Running;

/// <summary>The first lines that a worker's native code prints, past the session: the cause of a crash stands there.</summary>
internal sealed class NativeOutput
{
    private const int Limit = 40;
    private readonly Lock gate = new();
    private List<string> lines = [];

    /// <summary>Begins to listen.</summary>
    public void Listen(Process process)
    {
        process.OutputDataReceived += (_, printed) => Add(printed.Data);
        process.ErrorDataReceived += (_, printed) => Add(printed.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>The lines since the last call.</summary>
    public IReadOnlyList<string> Take()
    {
        lock (gate)
        {
            var taken = lines;
            lines = [];
            return taken;
        }
    }

    private void Add(string? line)
    {
        if (line is null)
            return;
        lock (gate)
        {
            if (lines.Count < Limit)
                lines.Add(line);
        }
    }
}
