using System.Text.RegularExpressions;
using Notebooks.Sessions;

namespace Notebooks.Packages;

/// <summary>Says why a restore failed, from what NuGet prints.</summary>
internal static partial class RestoreErrors
{
    /// <summary>The reason as a person wants to read it.</summary>
    /// <param name="packages">The packages that were asked for.</param>
    /// <param name="printed">What the restore printed.</param>
    public static PackageException Explain(IReadOnlyList<PackageRequest> packages, string printed)
    {
        var errors = Error().Matches(printed)
            .Select(error => (Code: error.Groups["code"].Value, Text: error.Groups["text"].Value.Trim(' ', '-', '\r')))
            .Distinct()
            .GroupBy(error => error.Code, error => error.Text)
            .Select(error => $"{Meaning(error.Key)}{string.Join(' ', error)} ({error.Key})")
            .ToList();
        return new PackageException(errors.Count > 0
            ? string.Join('\n', errors)
            : $"{packages[^1].Name}: the restore failed. It said: {printed.Trim()}");
    }

    private static string Meaning(string code) => code switch
    {
        "NU1101" => "There is no such package. ",
        "NU1102" or "NU1103" => "There is no such version. ",
        "NU1301" or "NU1302" => "A source of packages cannot be reached; are you offline? ",
        "NU1202" or "NU1213" => "The package is not for this framework. ",
        _ => "",
    };

    // …/packages.csproj : error NU1101: Unable to find package …. […/packages.csproj]
    [GeneratedRegex(@"error (?<code>[A-Z]+\d+):(?<text>.*?)(\[[^\[\]]*\])?\s*$", RegexOptions.Multiline)]
    private static partial Regex Error();
}
