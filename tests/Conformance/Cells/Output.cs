namespace Conformance.Cells;

/// <summary>One thing that a cell emitted.</summary>
/// <param name="Kind">What it is: <c>stdout</c>, <c>display 1</c>, <c>result</c>, <c>error Exception</c> …</param>
/// <param name="Content">MIME type to content; for text that has none, under an empty one.</param>
internal sealed record Output(string Kind, IReadOnlyDictionary<string, string> Content)
{
    private const string PlainText = "text/plain";

    /// <summary>Creates one of plain text.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="text">Its text.</param>
    public static Output Text(string kind, string text) => new(kind, new Dictionary<string, string> { [""] = text });

    /// <summary>Without the plain text that our kernel puts beside each representation, as Jupyter's protocol wants it.</summary>
    public Output WithoutExtraText() => Content.Count > 1 && Content.ContainsKey(PlainText)
        ? this with { Content = Content.Where(item => item.Key != PlainText).ToDictionary() }
        : this;

    /// <summary>As the table writes it: a line for each representation, then its lines behind a bar.</summary>
    public override string ToString() => string.Join('\n', Content.OrderBy(item => item.Key, StringComparer.Ordinal)
        .Select(item => $"{Kind} {item.Key}".TrimEnd() + string.Concat(item.Value.Split('\n').Select(line => $"\n| {line}".TrimEnd()))));
}
