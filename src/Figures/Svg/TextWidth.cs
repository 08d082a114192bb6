namespace NeuralNets.Charts;

/// <summary>
/// Width of a text, without a font at hand: the widths of a wide sans serif, so that nothing touches in a
/// narrower one.
/// </summary>
internal static class TextWidth
{
    /// <summary>The width of a text in pixels at a font size.</summary>
    public static double Of(string text, double size) => size * text.Sum(Em);

    /// <summary>A text broken between words into lines that fit a width, as few as can be and none much longer than the others.</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double width)
    {
        var lines = Filled(text, size, width);
        for (var narrower = 0.95 * width; narrower > width / 2; narrower -= 0.05 * width)
        {
            var balanced = Filled(text, size, narrower);
            if (balanced.Count > lines.Count || lines.Count == 1 || balanced.Any(line => line[^1] == '…'))
                break;
            lines = balanced;
        }

        return lines;
    }

    /// <summary>A text in lines each as full as can be.</summary>
    private static List<string> Filled(string text, double size, double width)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && Of($"{lines[^1]} {word}", size) <= width)
                lines[^1] = $"{lines[^1]} {word}";
            else
                lines.Add(Shorten(word, size, width));
        }

        return lines;
    }

    /// <summary>A text in one line if it fits, else in two, the longer as short as can be; what does not fit there either is cut.</summary>
    public static IReadOnlyList<string> InTwoLines(string text, double size, double width)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || Of(text, size) <= width)
            return [Shorten(text, size, width)];
        return [.. Enumerable.Range(1, words.Length - 1)
            .Select(first => new[] { string.Join(' ', words.Take(first)), string.Join(' ', words.Skip(first)) })
            .MinBy(lines => lines.Max(line => Of(line, size)))!
            .Select(line => Shorten(line, size, width))];
    }

    /// <summary>A text cut to a width, with an ellipsis where something is missing.</summary>
    public static string Shorten(string text, double size, double width)
    {
        if (Of(text, size) <= width)
            return text;
        var kept = text.Length;
        while (kept > 1 && Of(text[..kept] + "…", size) > width)
            kept--;
        return text[..kept] + "…";
    }

    private static double Em(char c) => c switch
    {
        'i' or 'j' or 'l' or '\'' or '|' => 0.3,
        ' ' or '.' or ',' or ':' or ';' or '!' => 0.34,
        'f' or 't' or 'r' or '(' or ')' or '[' or ']' or '-' => 0.42,
        'm' or 'M' or 'w' or 'W' or '@' or '%' or '…' => 1,
        >= 'A' and <= 'Z' => 0.72,
        >= '₀' and <= '₉' or >= '⁰' and <= '⁹' or '¹' or '²' or '³' => 0.42,
        > '\u2E80' => 1.05,
        _ => 0.64,
    };
}
