using System.Globalization;

namespace NeuralNets.Torch;

/// <summary>Numbers as Python writes them.</summary>
internal static class PythonNumber
{
    /// <summary>More digits than decide whether a number lies exactly between two printed ones.</summary>
    private const int ManyDigits = 40;

    /// <summary>.NET goes over to an exponent at 1E+15, Python one power of ten later.</summary>
    private const int LastPlainExponent = 15;

    /// <summary><c>f"{value:.4f}"</c>: so many digits after the point, ties to even.</summary>
    public static string Fixed(double value, int digits) => double.IsFinite(value) ? Rounded(value, 'F', digits) : NonFinite(value);

    /// <summary><c>f"{value:.4e}"</c>: one digit before the point, and at least two in the exponent.</summary>
    public static string Scientific(double value, int digits)
    {
        if (!double.IsFinite(value))
            return NonFinite(value);
        var parts = Rounded(value, 'E', digits).Split('E');
        return $"{parts[0]}e{Exponent(int.Parse(parts[1], CultureInfo.InvariantCulture))}";
    }

    /// <summary><c>repr(value)</c>: as few digits as tell it from every other number, and a point or an exponent in any case.</summary>
    public static string Repr(double value)
    {
        if (!double.IsFinite(value))
            return NonFinite(value);
        var parts = value.ToString("R", CultureInfo.InvariantCulture).Split('E');
        if (parts.Length == 1)
            return parts[0].Contains('.', StringComparison.Ordinal) ? parts[0] : $"{parts[0]}.0";
        var exponent = int.Parse(parts[1], CultureInfo.InvariantCulture);
        return exponent == LastPlainExponent ? value.ToString("F1", CultureInfo.InvariantCulture) : $"{parts[0]}e{Exponent(exponent)}";
    }

    private static string Exponent(int exponent) =>
        (exponent < 0 ? "-" : "+") + Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture);

    private static string NonFinite(double value) => double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";

    /// <summary>.NET rounds an exact tie away from zero, Python to the even digit.</summary>
    private static string Rounded(double value, char format, int digits)
    {
        var all = value.ToString($"{format}{ManyDigits}", CultureInfo.InvariantCulture);
        var cut = all.IndexOf('.', StringComparison.Ordinal) + 1 + digits;
        var end = format == 'E' ? all.IndexOf('E', StringComparison.Ordinal) : all.Length;
        var isTie = all[cut] == '5' && all[(cut + 1)..end].All(c => c == '0');
        var last = all[digits == 0 ? cut - 2 : cut - 1];
        return isTie && (last - '0') % 2 == 0
            ? (digits == 0 ? all[..(cut - 1)] : all[..cut]) + all[end..]
            : value.ToString($"{format}{digits}", CultureInfo.InvariantCulture);
    }
}
