using System.Globalization;

namespace Notebooks.Documents;

/// <summary>Places of cells in a notebook's file, for messages that lead there.</summary>
public static class CellPlaces
{
    /// <summary>The line of the file on which a line of a cell stands; 1 where it cannot be told.</summary>
    /// <param name="utf8">The file.</param>
    /// <param name="cell">The cell's index in the file, from 0.</param>
    /// <param name="line">The line of the cell, from 1.</param>
    public static int LineOf(byte[] utf8, int cell, int line)
    {
        ArgumentNullException.ThrowIfNull(utf8);
        var path = string.Create(CultureInfo.InvariantCulture, $"$.cells[{cell}]");
        string[] wanted = [string.Create(CultureInfo.InvariantCulture, $"{path}.source[{line - 1}]"), $"{path}.source", path];
        var position = wanted.Select(place => JsonText.PositionOf(utf8, place)).FirstOrDefault(static found => found.Length > 0);
        return position is null ? 1 : int.Parse(position.Split(':')[1], CultureInfo.InvariantCulture);
    }
}
