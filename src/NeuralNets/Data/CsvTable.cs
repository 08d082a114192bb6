using TorchSharp;

namespace NeuralNets.Data;

/// <summary>A table of numbers: named columns of equal length, as a CSV file holds them.</summary>
public sealed class CsvTable
{
    private readonly string file;
    private readonly double[][] values;

    internal CsvTable(string file, IReadOnlyList<string> columns, double[][] values)
    {
        this.file = file;
        Columns = columns;
        this.values = values;
    }

    /// <summary>The names in the header, in the file's order.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Number of rows of numbers; the header is none of them.</summary>
    public int Rows => values[0].Length;

    /// <summary>Reads a file with a header row and only numbers below it (decimal point, comma between fields).</summary>
    /// <param name="path">The file, relative to the working directory or absolute.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">
    /// The file is empty, a row has too few or too many fields, a field is not a number; the message names file, row, column, found and
    /// expected.
    /// </exception>
    public static CsvTable Read(string path) => CsvReading.Read(path);

    /// <summary>One column, a copy.</summary>
    /// <param name="column">Its name in the header.</param>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public double[] this[string column] => [.. values[IndexOf(column)]];

    /// <summary>Some columns side by side, as samples: a tensor of shape (rows, number of names), in torch's default precision.</summary>
    /// <param name="columns">Names in the header, in the order wanted; at least one.</param>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public torch.Tensor ToTensor(params string[] columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentOutOfRangeException.ThrowIfZero(columns.Length, nameof(columns));
        var chosen = Array.ConvertAll(columns, name => values[IndexOf(name)]);
        var table = new double[Rows, chosen.Length];
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < chosen.Length; column++)
                table[row, column] = chosen[column][row];
        }

        return torch.tensor(table, torch.get_default_dtype());
    }

    /// <summary>Says how large the table is and what its columns are called.</summary>
    public override string ToString() => $"{Rows} rows: {string.Join(", ", Columns)}";

    private int IndexOf(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i] == column)
                return i;
        }

        throw new KeyNotFoundException($"{file}, row 1: found no column '{column}', expected one of {string.Join(", ", Columns)}.");
    }
}
