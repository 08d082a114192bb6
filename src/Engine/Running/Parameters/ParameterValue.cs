using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace Notebooks.Running.Parameters;

/// <summary>Turns the text of <c>--param NAME=VALUE</c> into a C# literal of a declared type.</summary>
internal static class ParameterValue
{
    private const NumberStyles Whole = NumberStyles.AllowLeadingSign;
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private static readonly Dictionary<string, Func<string, string?>> Literals = new(StringComparer.Ordinal)
    {
        ["bool"] = text => bool.TryParse(text, out var value) ? (value ? "true" : "false") : null,
        ["sbyte"] = text => sbyte.TryParse(text, Whole, Invariant, out var value) ? value.ToString(Invariant) : null,
        ["byte"] = text => byte.TryParse(text, Whole, Invariant, out var value) ? value.ToString(Invariant) : null,
        ["short"] = text => short.TryParse(text, Whole, Invariant, out var value) ? value.ToString(Invariant) : null,
        ["ushort"] = text => ushort.TryParse(text, Whole, Invariant, out var value) ? value.ToString(Invariant) : null,
        ["int"] = text => int.TryParse(text, Whole, Invariant, out var value) ? value.ToString(Invariant) : null,
        ["uint"] = text => uint.TryParse(text, Whole, Invariant, out var value) ? value.ToString(Invariant) + "U" : null,
        ["long"] = text => long.TryParse(text, Whole, Invariant, out var value) ? value.ToString(Invariant) + "L" : null,
        ["ulong"] = text => ulong.TryParse(text, Whole, Invariant, out var value) ? value.ToString(Invariant) + "UL" : null,
        ["float"] = text => float.TryParse(text, NumberStyles.Float, Invariant, out var value) && float.IsFinite(value)
            ? value.ToString(Invariant) + "f" : null,
        ["double"] = text => double.TryParse(text, NumberStyles.Float, Invariant, out var value) && double.IsFinite(value)
            ? WithPoint(value.ToString(Invariant)) : null,
        ["decimal"] = text => decimal.TryParse(text, NumberStyles.Float, Invariant, out var value) ? value.ToString(Invariant) + "m" : null,
        ["char"] = text => text.Length == 1 ? SymbolDisplay.FormatLiteral(text[0], quote: true) : null,
        ["string"] = text => SymbolDisplay.FormatLiteral(text, quote: true),
    };

    /// <summary>True if values of this type can be given.</summary>
    public static bool Knows(string type) => Literals.ContainsKey(type);

    /// <summary>The literal, or null when the text is no value of this type.</summary>
    public static string? Literal(string type, string text) => Literals[type](text);

    // Without a point, `var` would make it an int.
    private static string WithPoint(string number) => number.AsSpan().ContainsAny('.', 'E') ? number : number + ".0";
}
