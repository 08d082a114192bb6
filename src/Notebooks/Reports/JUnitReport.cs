using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Notebooks.Documents;
using Notebooks.Running;
using Notebooks.Running.Checking;

namespace Notebooks.Reports;

/// <summary>A JUnit file: a suite for each notebook, a test for each of its cells, as CI systems read it.</summary>
/// <param name="begin">When the run began.</param>
internal sealed class JUnitReport(DateTime begin)
{
    private readonly List<XElement> suites = [];

    /// <summary>Adds a notebook.</summary>
    /// <param name="executed">The notebook.</param>
    /// <param name="drifts">What differs from its committed outputs.</param>
    /// <param name="timeOf">The time of a cell.</param>
    public void Add(ExecutedNotebook executed, IReadOnlyList<Drift> drifts, Func<int, TimeSpan> timeOf)
    {
        var name = Readable(executed.Document.Name.Replace('\\', '/'));
        var cells = executed.Document.Cells.Where(static cell => cell.IsCode && !string.IsNullOrWhiteSpace(cell.Source)).ToList();
        var tests = new List<XElement>();
        var number = 0;
        foreach (var cell in cells)
        {
            number += cell.IsSkipped ? 0 : 1;
            tests.Add(new("testcase",
                new XAttribute("name", TitleOf(cell, cell.IsSkipped ? 0 : number)), new XAttribute("classname", name),
                new XAttribute("time", Seconds(cell.IsSkipped ? TimeSpan.Zero : timeOf(number))),
                cell.IsSkipped ? new XElement("skipped") : Result(executed, number, drifts)));
        }

        var said = executed.NativeOutput.Concat(executed.AllowedFailures.Select(Describe));
        suites.Add(new("testsuite",
            new XAttribute("name", name), new XAttribute("package", ""), new XAttribute("id", suites.Count),
            new XAttribute("timestamp", begin.ToString("s", CultureInfo.InvariantCulture)), new XAttribute("hostname", "localhost"),
            new XAttribute("tests", tests.Count), new XAttribute("failures", Count(tests, "failure")), new XAttribute("errors", 0),
            new XAttribute("skipped", Count(tests, "skipped")), new XAttribute("time", Seconds(executed.Elapsed)),
            new XElement("properties"), tests, new XElement("system-out"),
            new XElement("system-err", Readable(string.Join('\n', said)))));
    }

    /// <summary>The file's content.</summary>
    public byte[] ToBytes()
    {
        using var content = new MemoryStream();
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) };
        using (var writer = XmlWriter.Create(content, settings))
            new XDocument(new XElement("testsuites", suites)).Save(writer);
        return [.. content.ToArray(), (byte)'\n'];
    }

    private static XElement? Result(ExecutedNotebook executed, int number, IReadOnlyList<Drift> drifts)
    {
        if (executed.Failure is { } failure && number >= failure.Cell)
            return number > failure.Cell ? new("skipped") : Failure(
                failure.Error.Name, failure.Error.Message, string.Join('\n', failure.Error.Traceback));
        var drifted = drifts.Where(drift => drift.Cell == number).ToList();
        return drifted.Count == 0 ? null : Failure("Drift", $"expected: {drifted[0].Expected}, found: {drifted[0].Found}",
            string.Join('\n', drifted.Select(static drift => $"expected: {drift.Expected}\nfound:    {drift.Found}")));
    }

    private static XElement Failure(string type, string message, string text) =>
        new("failure", new XAttribute("type", Readable(type)), new XAttribute("message", Readable(message)), Readable(text));

    private static string Describe(CellFailure failure) => string.Create(
        CultureInfo.InvariantCulture, $"cell {failure.Cell}: {failure.Error.Name}: {failure.Error.Message}");

    private static string TitleOf(NotebookCell cell, int number)
    {
        const int Longest = 60;
        var line = cell.Source.Split('\n').Select(static line => line.Trim()).First(static line => line.Length > 0);
        var start = line.Length <= Longest ? line : string.Concat(line.AsSpan(0, Longest).TrimEnd(), "…");
        return Readable(number == 0 ? start : string.Create(CultureInfo.InvariantCulture, $"cell {number}: {start}"));
    }

    private static int Count(IEnumerable<XElement> tests, string kind) => tests.Count(test => test.Element(kind) is not null);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>The text without the characters that XML cannot have, such as a terminal's.</summary>
    private static string Readable(string text)
    {
        var readable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            readable.Append(rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value) ? rune : Rune.ReplacementChar);
        return readable.ToString();
    }
}
