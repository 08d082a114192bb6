using System.Globalization;
using CsvHelper;

namespace NeuralNets.Data;

/// <summary>From the text of a CSV file to its numbers. Rows are counted as an editor counts lines: the header is row 1.</summary>
internal static class CsvReading
{
    private static readonly CsvReaderOptions Format = new()
    {
        Separator = ',',
        HasHeader = false, // The header is read as any row is, so that an empty file is our error and says where.
        TrackLineNumbers = true,
        TrimWhitespace = true,
        AllowLineBreaksInQuotes = false,
    };

    public static CsvTable Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        using var text = Open(path);
        using var rows = CsvReader.Create(text, Format);
        var header = ReadHeader(rows, path);
        var columns = Array.ConvertAll(header, _ => new List<double>());
        while (rows.Read())
            AddRow(rows, path, header, columns);
        if (columns[0].Count == 0)
            throw new InvalidDataException($"{path}, row 2: found the end of the file, expected a row of {header.Length} numbers.");
        return new CsvTable(path, header, Array.ConvertAll(columns, c => c.ToArray()));
    }

    private static StreamReader Open(string path)
    {
        try
        {
            return new StreamReader(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FileNotFoundException($"{path}: found no such file, expected it at {Path.GetFullPath(path)}.", path, e);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new InvalidDataException($"{path}: found something that cannot be read, expected a CSV file ({e.Message})", e);
        }
    }

    private static string[] ReadHeader(CsvReader rows, string path)
    {
        if (!rows.Read())
            throw new InvalidDataException($"{path}, row 1: found an empty file, expected a header with the names of the columns.");
        var header = Fields(rows);
        for (var i = 0; i < header.Length; i++)
        {
            if (header[i].Length == 0)
                throw new InvalidDataException($"{path}, row 1, column {i + 1}: found no name, expected one.");
            if (Array.IndexOf(header, header[i]) < i)
                throw new InvalidDataException(
                    $"{path}, row 1, column {i + 1}: found '{header[i]}' a second time, expected each name once.");
        }

        return header;
    }

    private static void AddRow(CsvReader rows, string path, string[] header, List<double>[] columns)
    {
        var fields = Fields(rows);
        if (fields.Length != header.Length)
        {
            var where = fields.Length < header.Length
                ? $"nothing for column '{header[fields.Length]}'"
                : $"'{fields[header.Length]}' after the last column '{header[^1]}'";
            throw new InvalidDataException(
                $"{path}, row {rows.LineNumber}: found {fields.Length} field(s), {where}; expected {header.Length}, as in the header.");
        }

        for (var i = 0; i < fields.Length; i++)
        {
            if (!double.TryParse(fields[i], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            {
                var found = fields[i].Length == 0 ? "an empty field" : $"'{fields[i]}'";
                throw new InvalidDataException($"{path}, row {rows.LineNumber}, column '{header[i]}': found {found}, expected a number.");
            }

            columns[i].Add(value);
        }
    }

    private static string[] Fields(CsvReader rows) =>
        [.. Enumerable.Range(0, rows.FieldCount).Select(i => rows.GetString(i))];
}
