using System.Collections;
using System.Globalization;
using System.Text;
using Plotly.NET;

namespace NeuralNets.Charts;

/// <summary>
/// Writes Plotly.NET's objects as JSON for a page: rounded numbers, gaps as null, no character that could end a script
/// element. Plotly.NET's own writer takes 100 ms and more for its default template and writes every digit.
/// </summary>
internal static class JsonText
{
    /// <summary>Any value that a figure is made of.</summary>
    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    /// <summary>Adds a value.</summary>
    public static void Append(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case string s:
                AppendString(text, s);
                break;
            case bool b:
                text.Append(b ? "true" : "false");
                break;
            case double d:
                AppendNumber(text, d, 15);
                break;
            case int i:
                text.Append(i.ToString(CultureInfo.InvariantCulture));
                break;
            case RoundedNumbers numbers:
                AppendNumbers(text, numbers);
                break;
            case DynamicObj.DynamicObj parts:
                AppendObject(text, parts is Trace trace ? parts.Properties.Prepend(new("type", trace.type)) : parts.Properties);
                break;
            case IReadOnlyDictionary<string, object?> parts:
                AppendObject(text, parts);
                break;
            case IEnumerable items:
                AppendList(text, items);
                break;
            default:
                throw new ArgumentException($"A figure cannot hold a {value.GetType()}.", nameof(value));
        }
    }

    private static void AppendObject(StringBuilder text, IEnumerable<KeyValuePair<string, object?>> parts)
    {
        var separator = '{';
        foreach (var (name, value) in parts)
        {
            text.Append(separator);
            AppendString(text, name);
            text.Append(':');
            Append(text, value);
            separator = ',';
        }

        text.Append(separator == '{' ? "{}" : "}");
    }

    private static void AppendList(StringBuilder text, IEnumerable items)
    {
        text.Append('[');
        var start = text.Length;
        foreach (var item in items)
        {
            if (text.Length > start)
                text.Append(',');
            Append(text, item);
        }

        text.Append(']');
    }

    private static void AppendNumbers(StringBuilder text, RoundedNumbers numbers)
    {
        text.Append('[');
        for (var i = 0; i < numbers.Values.Count; i++)
        {
            if (i > 0)
                text.Append(',');
            AppendNumber(text, numbers.Values[i], numbers.Decimals);
        }

        text.Append(']');
    }

    private static void AppendNumber(StringBuilder text, double value, int decimals)
    {
        if (!double.IsFinite(value))
            text.Append("null");
        else if (decimals < 0)
            Append(text, value, "G4");
        else
            Append(text, Math.Round(value, decimals) + 0.0, "R");
    }

    private static void Append(StringBuilder text, double value, string format)
    {
        Span<char> digits = stackalloc char[32];
        value.TryFormat(digits, out var length, format, CultureInfo.InvariantCulture);
        text.Append(digits[..length]);
    }

    private static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            if (c is '"' or '\\')
                text.Append('\\').Append(c);
            else if (c is < ' ' or '<' or '>' or '&' or '\u2028' or '\u2029' || char.IsSurrogate(c))
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else
                text.Append(c);
        }

        text.Append('"');
    }
}
