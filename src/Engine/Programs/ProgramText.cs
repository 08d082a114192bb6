using System.Text;

namespace Notebooks.Programs;

/// <summary>A program's text as it grows, and the cell from which each line comes.</summary>
internal sealed class ProgramText
{
    private readonly StringBuilder text = new();
    private readonly List<int> cells = [];

    /// <summary>Adds lines.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="cell">The number of their cell; 0 for none.</param>
    public void Add(string lines, int cell = 0)
    {
        foreach (var line in lines.ReplaceLineEndings("\n").Split('\n'))
        {
            text.Append(line).Append('\n');
            cells.Add(cell);
        }
    }

    /// <summary>Adds an empty line.</summary>
    public void Skip() => Add("");

    /// <summary>Adds lines as a comment.</summary>
    public void Comment(string lines) =>
        Add(string.Join('\n', lines.Trim('\n').Split('\n').Select(static line => $"// {line}".TrimEnd())));

    /// <summary>The cell from which a line comes.</summary>
    /// <param name="line">Its number, from 0.</param>
    public int CellOf(int line) => line < cells.Count ? cells[line] : 0;

    /// <inheritdoc/>
    public override string ToString() => text.ToString();
}
