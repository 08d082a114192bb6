using System.Text;
using System.Text.Json.Nodes;

namespace Notebooks.Jupyter.Session;

/// <summary>
/// Lines on their way to the kernel. It is bounded: a cell that prints faster than anybody reads waits here. Once the cell
/// is told to stop it no longer waits, and what it prints beyond the bound is lost.
/// </summary>
/// <param name="output">Where the lines go.</param>
internal sealed class OutputQueue(Stream output)
{
    private const int MaxQueuedBytes = 1 << 20;

    private readonly Queue<byte[]> queue = new();
    private readonly object gate = new();
    private int queued;
    private bool stopping;

    /// <summary>Whether the running cell has been told to stop.</summary>
    public bool IsStopping
    {
        set
        {
            lock (gate)
            {
                stopping = value;
                Monitor.PulseAll(gate);
            }
        }
    }

    /// <summary>Queues what a cell emits, waiting for room.</summary>
    /// <param name="line">The line.</param>
    public void AddOutput(JsonObject line)
    {
        lock (gate)
        {
            while (queued >= MaxQueuedBytes && !stopping)
                Monitor.Wait(gate);
            if (queued >= MaxQueuedBytes)
                return;
        }

        AddAnswer(line);
    }

    /// <summary>Queues an answer, which never waits and is never lost.</summary>
    /// <param name="line">The line.</param>
    public void AddAnswer(JsonObject line)
    {
        var bytes = Bytes(line);
        lock (gate)
            Add(bytes);
    }

    /// <summary>Writes, on the calling thread, as long as anybody reads.</summary>
    public void WriteAll()
    {
        while (true)
        {
            byte[]? line;
            lock (gate)
            {
                while (!queue.TryDequeue(out line))
                    Monitor.Wait(gate);
            }

            output.Write(line);
            lock (gate)
            {
                queued -= line.Length;
                Monitor.PulseAll(gate);
            }
        }
    }

    private static byte[] Bytes(JsonObject line) => Encoding.UTF8.GetBytes(line.ToJsonString() + "\n");

    private void Add(byte[] line)
    {
        queue.Enqueue(line);
        queued += line.Length;
        Monitor.PulseAll(gate);
    }
}
