using System.Globalization;
using NeuralNets.Data;

namespace NeuralNets.Checks;

/// <summary>
/// Claims of a notebook, checked where it makes them: each check prints what was found and what was expected, and throws
/// if the two differ by more than the tolerance.
/// </summary>
public static class Check
{
    /// <summary>Checks a number against one known from elsewhere: a formula, another method, another precision.</summary>
    /// <param name="what">What the number is, such as "slope b".</param>
    /// <param name="found">The number computed here.</param>
    /// <param name="expected">The number it should be.</param>
    /// <param name="tolerance">Largest difference allowed, finite and ≥ 0.</param>
    /// <exception cref="CheckFailedException">They lie further apart, or one is not a number.</exception>
    public static void Close(string what, double found, double expected, double tolerance) =>
        Report(Math.Abs(found - expected) <= tolerance, what, Show(found), $"{Show(expected)} (tolerance {Show(tolerance)})");

    /// <summary>Checks numbers one by one against known ones.</summary>
    /// <param name="what">What the numbers are, such as "gradient".</param>
    /// <param name="found">The numbers computed here: an array, a MathNet vector or a tensor.</param>
    /// <param name="expected">As many numbers, as they should be.</param>
    /// <param name="tolerance">Largest difference allowed between two of them, finite and ≥ 0.</param>
    /// <exception cref="CheckFailedException">Two lie further apart, or there are more of one than of the other.</exception>
    public static void Close(string what, Values found, Values expected, double tolerance)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(expected);
        var same = found.Count == expected.Count && found.Zip(expected).All(pair => Math.Abs(pair.First - pair.Second) <= tolerance);
        Report(same, what, Show(found), $"{Show(expected)} (tolerance {Show(tolerance)})");
    }

    /// <summary>Checks a number against a printed one: rounded to as many digits, it must be the same.</summary>
    /// <param name="what">What the number is, such as "slope b".</param>
    /// <param name="found">The number computed here.</param>
    /// <param name="published">The number as it stands in print, such as "-0.83739496".</param>
    /// <exception cref="CheckFailedException">Some printed digit is another.</exception>
    public static void Published(string what, double found, string published) => Published(what, Values.FromDoubleArray(found), published);

    /// <summary>Checks numbers against printed ones: each, rounded to as many digits, must be the same.</summary>
    /// <param name="what">What the numbers are, such as "0.weight".</param>
    /// <param name="found">The numbers computed here: an array, a MathNet vector or a tensor.</param>
    /// <param name="published">The numbers as they stand in print, separated by blanks.</param>
    /// <exception cref="CheckFailedException">Some printed digit is another, or there are more of one than of the other.</exception>
    public static void Published(string what, Values found, string published)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(published);
        var printed = published.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var rounded = found.Select((number, i) => i < printed.Length ? LikePrinted(number, printed[i]) : Show(number)).ToArray();
        Report(printed.SequenceEqual(rounded), what, string.Join(" ", rounded), $"{published} (published; tolerance: every digit)");
    }

    /// <summary>Checks a statement.</summary>
    /// <param name="statement">The statement, such as "the loss never climbs".</param>
    /// <param name="holds">True if it is.</param>
    /// <exception cref="CheckFailedException">It is not.</exception>
    public static void That(string statement, bool holds) => Report(holds, statement, holds ? "true" : "false", "true");

    private static void Report(bool holds, string what, string found, string expected)
    {
        var line = $"{what}: found {found}, expected {expected}";
        if (!holds)
            throw new CheckFailedException(line);
        Console.WriteLine($"✓ {line}");
    }

    private static string LikePrinted(double number, string printed)
    {
        var point = printed.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? 0 : printed.Length - point - 1;
        return number.ToString($"F{digits}", CultureInfo.InvariantCulture);
    }

    private static string Show(Values numbers) => string.Join(" ", numbers.Select(Show));

    private static string Show(double number) => number.ToString("G6", CultureInfo.InvariantCulture);
}
