namespace NeuralNets.Charts;

/// <summary>Numbers with the decimals they are written with.</summary>
/// <param name="Values">The numbers; NaN and infinities are written as null, a gap.</param>
/// <param name="Decimals">Decimals behind the point, or −1 for five significant digits.</param>
internal sealed record RoundedNumbers(IReadOnlyList<double> Values, int Decimals);
