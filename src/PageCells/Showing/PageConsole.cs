using System.Diagnostics;
using System.Text;

namespace NeuralNets.PageCells.Showing;

/// <summary>
/// The console of the running cell. A line goes to the page at once; where there are many, they go together, fifty times a second,
/// as do parts of a line.
/// </summary>
/// <param name="kind"><c>stdout</c> or <c>stderr</c>.</param>
internal sealed class PageConsole(string kind) : TextWriter
{
    private const int SentAtOnce = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private static readonly PageConsole[] Both = [new("stdout"), new("stderr")];

    private readonly StringBuilder pending = new();
    private int sent;
    private long lastSent;

    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>Lets a cell write to it; when that is disposed of, all is sent.</summary>
    public static IDisposable Begin()
    {
        Console.SetOut(Both[0]);
        Console.SetError(Both[1]);
        foreach (var console in Both)
            console.sent = 0;
        return new End();
    }

    /// <summary>Sends what is pending.</summary>
    public static new void Flush()
    {
        foreach (var console in Both)
            console.Send();
    }

    /// <inheritdoc/>
    public override void Write(char value)
    {
        pending.Append(value);
        SendSometimes();
    }

    /// <inheritdoc/>
    public override void Write(string? value)
    {
        pending.Append(value);
        SendSometimes();
    }

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count)
    {
        pending.Append(buffer, index, count);
        SendSometimes();
    }

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Write(value + "\n");

    /// <inheritdoc/>
    public override void WriteLine() => Write("\n");

    private void SendSometimes()
    {
        if (pending.Length == 0)
            return;
        if ((sent < SentAtOnce && pending[^1] == '\n') || Stopwatch.GetElapsedTime(lastSent) > Pause)
            Send();
    }

    private void Send()
    {
        if (pending.Length == 0)
            return;
        var text = pending.ToString();
        pending.Clear();
        sent++;
        lastSent = Stopwatch.GetTimestamp();
        Output.Text(kind, text);
    }

    private sealed class End : IDisposable
    {
        public void Dispose() => Flush();
    }
}
