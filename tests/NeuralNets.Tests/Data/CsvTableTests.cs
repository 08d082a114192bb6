using NeuralNets.Data;

namespace NeuralNets.Tests.Data;

public sealed class CsvTableTests : IDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"csv-{Guid.NewGuid():N}.csv");

    public void Dispose() => File.Delete(file);

    [Fact]
    public void Columns_are_read_by_name()
    {
        var table = Table("a,b\n1,2.5\n-3,4e-1\n");
        Assert.Equal(["a", "b"], table.Columns);
        Assert.Equal(2, table.Rows);
        Assert.Equal([2.5, 0.4], table["b"]);
        Assert.Equal("2 rows: a, b", table.ToString());
    }

    [Theory]
    [InlineData("a,b\r\n1,2\r\n")]
    [InlineData("\"a\", \"b\"\n1, 2")]
    [InlineData("\uFEFFa,b\n\n1,2\n\n")]
    public void Line_ends_quotes_blanks_and_a_byte_order_mark_do_not_matter(string text)
    {
        var table = Table(text);
        Assert.Equal(["a", "b"], table.Columns);
        Assert.Equal([1.0], table["a"]);
        Assert.Equal([2.0], table["b"]);
    }

    [Fact]
    public void A_missing_file_is_named_with_the_place_where_it_was_expected() =>
        Assert.Equal(
            $"nowhere/x.csv: found no such file, expected it at {Path.GetFullPath("nowhere/x.csv")}.",
            Assert.Throws<FileNotFoundException>(() => CsvTable.Read("nowhere/x.csv")).Message);

    [Fact]
    public void A_folder_is_not_a_file()
    {
        var error = Assert.Throws<InvalidDataException>(() => CsvTable.Read(Path.GetTempPath()));
        Assert.Contains("expected a CSV file", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_column_is_named_with_those_there_are()
    {
        var table = Table("a,b\n1,2\n");
        Assert.Equal(
            $"{file}, row 1: found no column 'c', expected one of a, b.",
            Assert.Throws<KeyNotFoundException>(() => table["c"]).Message);
    }

    [Theory]
    [InlineData("", "row 1: found an empty file, expected a header with the names of the columns.")]
    [InlineData("a,b\n", "row 2: found the end of the file, expected a row of 2 numbers.")]
    [InlineData("a,b\n1,2\n3\n", "row 3: found 1 field(s), nothing for column 'b'; expected 2, as in the header.")]
    [InlineData("a,b\n1,2,7\n", "row 2: found 3 field(s), '7' after the last column 'b'; expected 2, as in the header.")]
    [InlineData("a,b\n1,2\n\n3,four\n", "row 4, column 'b': found 'four', expected a number.")]
    [InlineData("a,b\n,2\n", "row 2, column 'a': found an empty field, expected a number.")]
    [InlineData("a,b\n1,NaN\n", "row 2, column 'b': found 'NaN', expected a number.")]
    [InlineData("a,b\n\"1,2\n3,4\n", "row 2: found 1 field(s), nothing for column 'b'; expected 2, as in the header.")]
    [InlineData("a,a\n1,2\n", "row 1, column 2: found 'a' a second time, expected each name once.")]
    [InlineData("a,\n1,2\n", "row 1, column 2: found no name, expected one.")]
    public void A_badfile_is_told_by_row_column_found_and_expected(string text, string message) =>
        Assert.Equal($"{file}, {message}", Assert.Throws<InvalidDataException>(() => Table(text)).Message);

    private CsvTable Table(string text)
    {
        File.WriteAllText(file, text);
        return CsvTable.Read(file);
    }
}
