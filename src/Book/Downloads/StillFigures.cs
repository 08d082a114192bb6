using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Notebooks.Documents;

namespace Notebooks.Book.Downloads;

/// <summary>
/// An executed notebook as a reader takes it home: its figures are there as pictures. What brings them alive, which the page
/// has, comes back when their cells run; it would be two thirds of the file.
/// </summary>
internal static partial class StillFigures
{
    /// <summary>The notebook, whose figures are now without data and script.</summary>
    public static NotebookDocument WithStillFigures(this NotebookDocument notebook)
    {
        var outputs = notebook.Cells.Where(static cell => cell.IsCode).SelectMany(static cell => cell.Outputs);
        foreach (var data in outputs.Select(static output => output?["data"]).OfType<JsonObject>())
        {
            if (data["text/html"] is JsonValue value && value.TryGetValue(out string? html) && Script().IsMatch(html))
                data["text/html"] = Script().Replace(Data().Replace(html, ""), "");
        }

        return notebook;
    }

    [GeneratedRegex("""<script type="application/json">.*?</script>""", RegexOptions.Singleline)]
    private static partial Regex Data();

    [GeneratedRegex("<script data-figure-script(?:=\"\")?>.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Script();
}
