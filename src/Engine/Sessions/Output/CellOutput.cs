using System.Text;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;
using Notebooks.Sessions.Messages;

namespace Notebooks.Sessions.Output;

/// <summary>
/// Puts what a cell emits, from any of its threads, into one order. Text is collected for a moment, so that a loop that
/// prints many short lines makes few events; anything else goes out at once, after the text before it.
/// </summary>
/// <param name="emit">Receives the events, one at a time.</param>
/// <param name="input">Answers requests for input, or null when there is nobody to ask.</param>
/// <param name="delay">How long text may wait for more of its kind; zero sends each write at once.</param>
/// <param name="alwaysPlainText">Whether every value has plain text among its representations.</param>
internal sealed class CellOutput(
    Action<SessionEvent> emit, Func<InputRequest, string?>? input, TimeSpan delay, bool alwaysPlainText) : IDisposable
{
    /// <summary>Drops everything: for what happens outside of any cell.</summary>
    public static CellOutput None { get; } = new(_ => { }, null, TimeSpan.Zero, false) { closed = true };

    private const int LongestText = 1 << 14;

    private readonly Lock gate = new();
    private readonly StringBuilder pending = new();
    private string pendingStream = "";
    private Timer? timer;
    private volatile bool closed;
    private int lateWrites;

    /// <summary>Hears, once, that something was shown after the cell's end.</summary>
    public Action? ShownLate { get; init; }

    /// <summary>True if every value has plain text among its representations.</summary>
    public bool AlwaysPlainText => alwaysPlainText;

    /// <summary>True if the cell has ended; what is shown after that is dropped.</summary>
    public bool IsClosed => closed;

    /// <summary>Shows the value of an expression.</summary>
    public void Return(MimeBundle value) => Send(new SessionEvent.Value(value));

    /// <summary>Shows a value for the first time.</summary>
    public void Display(MimeBundle value, string displayId) => Send(new SessionEvent.Display(value, displayId));

    /// <summary>Redraws a value that was shown before.</summary>
    public void Update(MimeBundle value, string displayId) => Send(new SessionEvent.UpdateDisplay(value, displayId));

    /// <summary>Writes to <c>stdout</c> or <c>stderr</c>.</summary>
    public void Write(string stream, string text) => InOrder(() =>
    {
        if (text.Length == 0 || IsLate())
            return;
        if (stream != pendingStream)
            Flush();
        pendingStream = stream;
        pending.Append(text);
        if (delay == TimeSpan.Zero || pending.Length >= LongestText)
            Flush();
        else
            timer ??= new Timer(_ => FlushNow(), null, delay, Timeout.InfiniteTimeSpan);
    });

    /// <summary>Asks the person at the front end for a line.</summary>
    /// <exception cref="InvalidOperationException">There is nobody to ask.</exception>
    public string? ReadLine(string prompt, bool isPassword)
    {
        if (input is null)
            throw new InvalidOperationException(
                "The cell asks for input, but nobody is there to answer: notebooks run without a keyboard here.");
        FlushNow();
        return input(new InputRequest(prompt, isPassword));
    }

    /// <summary>Sends what is pending and drops all that comes later.</summary>
    public void Dispose() => InOrder(() =>
    {
        Flush();
        closed = true;
    });

    /// <summary>The representations of a value by MIME type; JSON types as JSON.</summary>
    public static MimeBundle Bundle(IEnumerable<FormattedValue> values)
    {
        var data = new Dictionary<string, JsonNode>();
        foreach (var value in values)
            data[value.MimeType] = Content(value);
        return new MimeBundle(data);
    }

    private static JsonNode Content(FormattedValue value)
    {
        if (value.MimeType == "application/json" || value.MimeType.EndsWith("+json", StringComparison.Ordinal))
        {
            try
            {
                return JsonNode.Parse(value.Value) ?? JsonValue.Create("null");
            }
            catch (System.Text.Json.JsonException)
            {
                // Not JSON after all: shown as the text that it is.
            }
        }

        return JsonValue.Create(value.Value);
    }

    private void Send(SessionEvent sessionEvent) => InOrder(() =>
    {
        if (IsLate())
            return;
        Flush();
        emit(sessionEvent);
    });

    private bool IsLate()
    {
        if (closed && ++lateWrites == 1)
            ShownLate?.Invoke();
        return closed;
    }

    private void FlushNow() => InOrder(() =>
    {
        if (!closed)
            Flush();
    });

    private void InOrder(Action action)
    {
        lock (gate)
            action();
    }

    private void Flush()
    {
        timer?.Dispose();
        timer = null;
        if (pending.Length == 0)
            return;
        var text = pending.ToString();
        pending.Clear();
        emit(new SessionEvent.Text(pendingStream, text));
    }
}
