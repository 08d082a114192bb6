using System.Text;

namespace Notebooks.Documents;

/// <summary>
/// Takes out of a notebook what executing it put in: outputs, numbers, and what front ends note about a run. Every other
/// byte of the file stays, however it is written.
/// </summary>
public static class NotebookCleaning
{
    private static readonly HashSet<string> OfNotebook = ["signature", "widgets"];
    private static readonly HashSet<string> OfCell =
        ["ExecuteTime", "collapsed", "execution", "executionInfo", "outputId", "scrolled"];

    /// <summary>The file without them; the same bytes when there is nothing to take out.</summary>
    /// <param name="utf8">A notebook's file, with or without a byte order mark.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <exception cref="DocumentException">It is not a notebook of nbformat 4.</exception>
    public static byte[] Clean(byte[] utf8, string name)
    {
        ArgumentNullException.ThrowIfNull(utf8);
        NotebookDocument.Parse(utf8, name);
        var mark = utf8.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var content = utf8[mark..];
        var edits = new List<(int Start, int End, string With)>();
        var notebook = JsonSpan.Read(content);
        Remove(notebook["metadata"], OfNotebook, edits);
        foreach (var cell in notebook["cells"]!.Items)
            Clean(cell, content, edits);
        return edits.Count == 0 ? utf8 : [.. utf8[..mark], .. Apply(content, edits)];
    }

    private static void Clean(JsonSpan cell, byte[] content, List<(int Start, int End, string With)> edits)
    {
        if (Text(cell["cell_type"], content) == "\"code\"")
        {
            if (cell["outputs"] is { Items.Count: > 0 } outputs)
                edits.Add((outputs.Start, outputs.End, "[]"));
            if (cell["execution_count"] is { } count && Text(count, content) != "null")
                edits.Add((count.Start, count.End, "null"));
        }

        Remove(cell["metadata"], OfCell, edits);
    }

    /// <summary>Takes properties out of an object, with the comma and the blanks that belong to them.</summary>
    private static void Remove(JsonSpan? owner, HashSet<string> names, List<(int Start, int End, string With)> edits)
    {
        if (owner is null || !owner.Properties.Any(property => names.Contains(property.Name)))
            return;
        var properties = owner.Properties;
        if (properties.All(property => names.Contains(property.Name)))
        {
            edits.Add((owner.Start, owner.End, "{}"));
            return;
        }

        var lastKept = properties.Count - 1;
        while (names.Contains(properties[lastKept].Name))
            lastKept--;
        for (var i = 0; i < lastKept; i++)
        {
            if (names.Contains(properties[i].Name))
                edits.Add((properties[i].Start, properties[i + 1].Start, ""));
        }

        if (lastKept < properties.Count - 1)
            edits.Add((properties[lastKept].Value.End, properties[^1].Value.End, ""));
    }

    private static string Text(JsonSpan? value, byte[] content) =>
        value is null ? "" : Encoding.UTF8.GetString(content, value.Start, value.End - value.Start);

    private static IEnumerable<byte> Apply(byte[] content, List<(int Start, int End, string With)> edits)
    {
        var at = 0;
        foreach (var (start, end, with) in edits.OrderBy(static edit => edit.Start))
        {
            foreach (var kept in content[at..start].Concat(Encoding.UTF8.GetBytes(with)))
                yield return kept;
            at = end;
        }

        foreach (var kept in content[at..])
            yield return kept;
    }
}
