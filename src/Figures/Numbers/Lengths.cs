namespace NeuralNets.Charts;

/// <summary>Check that two series that belong together are of one length.</summary>
internal static class Lengths
{
    /// <exception cref="ArgumentException">The lengths differ; the message names both.</exception>
    public static void MustAgree(string first, int firstLength, string second, int secondLength)
    {
        if (firstLength != secondLength)
            throw new ArgumentException($"Found {firstLength} {first} and {secondLength} {second}. Expected as many of both.");
    }
}
