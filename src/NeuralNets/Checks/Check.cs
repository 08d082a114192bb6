using System.Globalization;
using NeuralNets.Data;

namespace NeuralNets.Checks;

/// <summary>
/// Claims of a notebook, checked where it makes them: each check prints in one line what was found, and throws if it is not
/// what the notebook says.
/// </summary>
public static class Check
{
    private const int MostShown = 4;

    /// <summary>Checks a number against one known from elsewhere: a formula, another method, another precision.</summary>
    /// <param name="what">What the number is, such as "slope b".</param>
    /// <param name="found">The number computed here.</param>
    /// <param name="expected">The number it should be.</param>
    /// <param name="tolerance">Largest difference allowed, finite and ≥ 0.</param>
    /// <exception cref="CheckFailedException">They lie further apart, or one is not a number.</exception>
    public static void Close(string what, double found, double expected, double tolerance) =>
        Report(
            Math.Abs(found - expected) <= tolerance,
            $"{what}: {Show(found)} {Within(Show(expected), tolerance)}",
            $"{what}: found {Show(found)}, expected {Show(expected)} (tolerance {Show(tolerance)})");

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
        var (shown, meant) = found.Count <= MostShown ? (Show(found), Show(expected)) : (Count(found), "expected");
        Report(
            same,
            $"{what}: {shown} {Within(meant, tolerance)}",
            $"{what}: found {Show(found)}, expected {Show(expected)} (tolerance {Show(tolerance)})");
    }

    /// <summary>Checks that a number lies above a bound.</summary>
    /// <param name="what">What the number is, such as "median error of 12 layers".</param>
    /// <param name="found">The number computed here.</param>
    /// <param name="bound">The number it must exceed.</param>
    /// <exception cref="CheckFailedException">It does not, or is not a number.</exception>
    public static void Above(string what, double found, double bound) =>
        Report(
            found > bound, $"{what}: {Show(found)} > {Show(bound)}", $"{what}: found {Show(found)}, expected more than {Show(bound)}");

    /// <summary>Checks that a number lies below a bound.</summary>
    /// <param name="what">What the number is, such as "loss after one step".</param>
    /// <param name="found">The number computed here.</param>
    /// <param name="bound">The number it must stay under.</param>
    /// <exception cref="CheckFailedException">It does not, or is not a number.</exception>
    public static void Below(string what, double found, double bound) =>
        Report(
            found < bound, $"{what}: {Show(found)} < {Show(bound)}", $"{what}: found {Show(found)}, expected less than {Show(bound)}");

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
        Report(
            printed.SequenceEqual(rounded),
            $"{what}: {(rounded.Length <= MostShown ? string.Join(" ", rounded) : Count(found))}, as published",
            $"{what}: found {string.Join(" ", rounded)}, expected {published} (published; tolerance: every digit)");
    }

    /// <summary>Checks a statement.</summary>
    /// <param name="statement">The statement, such as "the loss never climbs".</param>
    /// <param name="holds">True if it is.</param>
    /// <exception cref="CheckFailedException">It is not.</exception>
    public static void That(string statement, bool holds) => Report(holds, statement, $"{statement}: found false, expected true");

    private static void Report(bool holds, string passed, string failed)
    {
        if (!holds)
            throw new CheckFailedException(failed);
        Console.WriteLine($"✓ {passed}");
    }

    private static string Within(string expected, double tolerance) =>
        tolerance == 0 ? $"= {expected}" : $"≈ {expected} (± {Show(tolerance)})";

    private static string Count(Values numbers) => $"{numbers.Count} numbers";

    private static string LikePrinted(double number, string printed)
    {
        var point = printed.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? 0 : printed.Length - point - 1;
        return number.ToString($"F{digits}", CultureInfo.InvariantCulture);
    }

    private static string Show(Values numbers) => string.Join(" ", numbers.Select(Show));

    private static string Show(double number) => number.ToString("G6", CultureInfo.InvariantCulture);
}
