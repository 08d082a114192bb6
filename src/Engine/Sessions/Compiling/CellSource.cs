namespace Notebooks.Sessions.Compiling;

/// <summary>Source text that was compiled: a cell, or a file that a cell loaded.</summary>
/// <param name="Path">The name by which compiler and debug information know it; each compiled text has its own.</param>
/// <param name="Label">What a person calls it: <c>03-gradient-descent.ipynb, cell 4</c>.</param>
/// <param name="Text">The text itself.</param>
internal sealed record CellSource(string Path, string Label, string Text)
{
    private string[]? lines;

    /// <summary>Name of a cell for people.</summary>
    /// <param name="notebook">The notebook's file name.</param>
    /// <param name="cell">The cell's number, from 1; 0 for a file without cells.</param>
    public static string LabelOf(string notebook, int cell) => cell == 0 ? notebook : $"{notebook}, cell {cell}";

    /// <summary>Insertions of the compiler into the text.</summary>
    public IReadOnlyList<Insertion> Insertions { get; set; } = [];

    /// <summary>The column in the text of a place in what the compiler was given.</summary>
    /// <param name="line">The line, from 1.</param>
    /// <param name="column">The column, from 1.</param>
    public int OwnColumn(int line, int column)
    {
        var inserted = 0;
        foreach (var insertion in Insertions.Where(insertion => insertion.Line == line - 1))
        {
            if (insertion.Column + inserted < column - 1)
                inserted += insertion.Length;
        }

        return column - inserted;
    }

    /// <summary>A place in the cell, for a message.</summary>
    /// <param name="line">The line, from 1.</param>
    /// <param name="column">The column, from 1.</param>
    public string Locate(int line, int column) => $"{Label}, line {line}, column {column}";

    /// <summary>The line itself with a caret below the column; nothing when the text has no such line.</summary>
    /// <param name="line">The line, from 1.</param>
    /// <param name="column">The column, from 1.</param>
    public IEnumerable<string> Quote(int line, int column)
    {
        lines ??= Text.ReplaceLineEndings("\n").Split('\n');
        if (line < 1 || line > lines.Length)
            yield break;
        var content = lines[line - 1].Replace('\t', ' ');
        var number = $"{line,5} | ";
        yield return number + content;
        if (column >= 1 && column <= content.Length + 1)
            yield return new string(' ', number.Length + column - 1) + "^";
    }
}
