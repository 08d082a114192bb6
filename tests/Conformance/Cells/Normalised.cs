using System.Text.RegularExpressions;

namespace Conformance.Cells;

/// <summary>Text without what differs in every run or on every machine.</summary>
internal static partial class Normalised
{
    /// <summary>Takes identifiers, times, and places of this machine out.</summary>
    /// <param name="text">The text.</param>
    public static string Text(string text)
    {
        text = text.ReplaceLineEndings("\n");
        text = Style().Replace(text, "<style…>");
        text = Guid().Replace(text, "GUID");
        text = Submission().Replace(text, "Submission#N");
        text = AnonymousType().Replace(text, "AnonymousType0#N");
        text = Seconds().Replace(WallTime().Replace(text, "Wall time: N ms"), " in N s");
        text = Folder().Replace(text, "FOLDER");
        text = StackPlace().Replace(text, "");
        text = PackageProgress().Replace(text, "</span>");
        text = Runtime().Replace(PackageSources().Replace(text, "$1 SOURCES"), ".NET VERSION");
        text = KnownCommands().Replace(text, "Known are: …");
        return text.Replace("\nMicrosoft.CodeAnalysis.Diagnostic[]\n\n", "", StringComparison.Ordinal);
    }

    /// <summary>
    /// Writes compiler diagnostics in one form: <c>(line,column): error CS0103: …</c>, one a line; without CS1701, which the
    /// real kernel gives for libraries that were built against another version of an assembly: no author can mend that.
    /// </summary>
    /// <param name="text">The text; as it is when there are none in it.</param>
    public static string Diagnostics(string text)
    {
        var placed = Place().Replace(text, "($1,$2): ");
        if (!Diagnostic().IsMatch(placed))
            return text;
        var lines = placed.Split('\n').Where(line => line.Length > 0 && !line.Contains("warning CS1701: ", StringComparison.Ordinal));
        return string.Join('\n', lines.Distinct());
    }

    // The style sheet of the formatters, which stands behind each value.
    [GeneratedRegex(@"<style>\n\.dni-code-hint \{.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex(@"\b[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Guid();

    [GeneratedRegex(@"Submission#\d+")]
    private static partial Regex Submission();

    [GeneratedRegex(@"AnonymousType0#\d+")]
    private static partial Regex AnonymousType();

    [GeneratedRegex(@"(in source\(s\):) [^()\n]*[^()\s]")]
    private static partial Regex PackageSources();

    [GeneratedRegex(@"\.NET \d+\.\d+\.\d+")]
    private static partial Regex Runtime();

    // Which magic commands there are is no matter of the cell that names a wrong one.
    [GeneratedRegex(@"Known are: #!.*")]
    private static partial Regex KnownCommands();

    // While packages are fetched, the real kernel adds a dot twice a second, ours counts the seconds.
    [GeneratedRegex(@"(?<=<strong>Installing Packages</strong>.*)(?:(?<=\w)\.+|, \d+ s of at most \d+ s)</span>")]
    private static partial Regex PackageProgress();

    // Where a frame of a stack trace lies in its source: Microsoft's build machine has its own, our cells have theirs.
    [GeneratedRegex(@" in (?:[A-Z]:\\a\\_work|notebook#cell)[^\n<]*?:line \d+|(?<=lambda_method)\d+")]
    private static partial Regex StackPlace();

    [GeneratedRegex(@"Wall time: [\d.,]+ ?ms")]
    private static partial Regex WallTime();

    [GeneratedRegex(@" in \d+(\.\d+)? s\b")]
    private static partial Regex Seconds();

    [GeneratedRegex(@"/[^\s""<>]*/cells-[^/\s]+/files")]
    private static partial Regex Folder();

    [GeneratedRegex(@"^(?:notebook|\w+), cell \d+, line (\d+), column (\d+): ", RegexOptions.Multiline)]
    private static partial Regex Place();

    [GeneratedRegex(@"^(\(\d+,\d+\): )?(error|warning) [A-Z]+\d+: ", RegexOptions.Multiline)]
    private static partial Regex Diagnostic();
}
