using System.Globalization;
using System.Text.Json;

namespace NeuralNets.Tests.Reference;

/// <summary>The numbers the original chapter prints, and what it means to print the same.</summary>
internal static class Published
{
    private static readonly JsonElement[] Rows =
        JsonSerializer.Deserialize<JsonElement[]>(File.ReadAllText(ReferenceFile.Path("published.json")))!;

    /// <summary>The number printed in a section, with the digits it is printed with.</summary>
    public static string Text(string section, string quantity) => Row(section, quantity).GetRawText();

    /// <summary>The list of numbers printed in a section, each with its digits.</summary>
    public static string[] Texts(string section, string quantity) =>
        [.. Row(section, quantity).EnumerateArray().Select(item => item.GetRawText())];

    /// <summary>Asserts that a value prints as the original printed it: to every digit.</summary>
    public static void AssertPrints(string published, double found)
    {
        var digits = published.Length - 1 - published.IndexOf('.', StringComparison.Ordinal);
        var rounded = Math.Round(found, digits).ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        Assert.Equal(published, rounded);
    }

    private static JsonElement Row(string section, string quantity) =>
        Rows.Single(row => row.GetProperty("section").GetString()!.EndsWith(section, StringComparison.Ordinal)
            && row.GetProperty("quantity").GetString()!.StartsWith(quantity, StringComparison.Ordinal)).GetProperty("published");
}
