using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Notebooks.Jupyter.Protocol.Messages;

namespace Notebooks.Jupyter.Requests;

/// <summary>Cells that were executed, for the arrow keys and for searching: as long as the kernel lives.</summary>
internal sealed class History
{
    private const int MaxEntries = 10_000;
    private readonly List<Entry> entries = [];
    private int session = 1;

    /// <summary>Begins anew with line 1: the variables are gone.</summary>
    public void StartSession() => session++;

    /// <summary>Remembers a cell.</summary>
    public void Add(int line, string input)
    {
        entries.Add(new Entry(session, line, input));
        if (entries.Count > MaxEntries)
            entries.RemoveRange(0, MaxEntries / 10);
    }

    /// <summary>Adds the value of the cell that was remembered last.</summary>
    public void AddOutput(string? output) => entries[^1] = entries[^1] with { Output = output };

    /// <summary>The answer to <c>history_request</c>.</summary>
    /// <param name="request">Which entries: the last, a range of lines, or those that match a pattern.</param>
    public JsonObject Reply(Message request)
    {
        var withOutput = request.Flag("output", false);
        var found = request.Text("hist_access_type") switch
        {
            "range" => Range(request),
            "search" => Search(request),
            _ => Last(entries, request.Number("n")),
        };
        var reply = Content.Ok();
        reply["history"] = new JsonArray([.. found.Select(entry => Json(entry, withOutput))]);
        return reply;
    }

    private static IEnumerable<Entry> Last(IEnumerable<Entry> from, int? count) =>
        count is { } n ? from.TakeLast(Math.Max(n, 0)) : from;

    private static JsonArray Json(Entry entry, bool withOutput) => withOutput
        ? new JsonArray(entry.Session, entry.Line, new JsonArray(entry.Input, entry.Output))
        : new JsonArray(entry.Session, entry.Line, entry.Input);

    // Session 0 is this one, -1 the one before; lines from start up to, not including, stop.
    private IEnumerable<Entry> Range(Message request)
    {
        var wanted = request.Number("session") ?? 0;
        var start = request.Number("start") ?? 0;
        var stop = request.Number("stop") ?? int.MaxValue;
        return entries.Where(
            entry => entry.Session == (wanted > 0 ? wanted : session + wanted) && entry.Line >= start && entry.Line < stop);
    }

    // A pattern as in a shell: * any text, ? any character.
    private IEnumerable<Entry> Search(Message request)
    {
        var pattern = request.Text("pattern") is { Length: > 0 } given ? given : "*";
        var expression = "^"
            + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal) + "$";
        var matches = new Regex(expression, RegexOptions.Singleline | RegexOptions.NonBacktracking);
        var found = entries.Where(entry => matches.IsMatch(entry.Input));
        if (request.Flag("unique", false))
            found = found.Reverse().DistinctBy(entry => entry.Input).Reverse();
        return Last(found, request.Number("n"));
    }

    private sealed record Entry(int Session, int Line, string Input, string? Output = null);
}
