using System.Collections;
using System.Globalization;

namespace NeuralNets.Charts;

/// <summary>Numbers with the decimals they are written with: as a sequence they are rounded, NaN and infinities are gaps.</summary>
/// <param name="Values">The numbers as they are.</param>
/// <param name="Decimals">Decimals behind the point, or −1 for four significant digits.</param>
internal sealed record RoundedNumbers(IReadOnlyList<double> Values, int Decimals) : IEnumerable<double?>
{
    public IEnumerator<double?> GetEnumerator() => Values.Select(Rounded).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private double? Rounded(double value) => !double.IsFinite(value) ? null
        : Decimals < 0 ? double.Parse(value.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        : Math.Round(value, Decimals) + 0.0;
}
