using System.Globalization;
using System.Text.RegularExpressions;

namespace Notebooks.Packages;

/// <summary>Says why a restore failed, from what NuGet prints.</summary>
internal static partial class RestoreErrors
{
    /// <summary>The reason as a person wants to read it, a line for each kind.</summary>
    /// <param name="order">What was asked for.</param>
    /// <param name="printed">What the restore printed.</param>
    public static PackageException Explain(PackageOrder order, string printed)
    {
        var errors = Error().Matches(printed)
            .Select(error => (Code: error.Groups["code"].Value, Text: error.Groups["text"].Value.Trim(' ', '-', '\r')))
            .Distinct()
            .GroupBy(error => error.Code, error => error.Text)
            .Select(error => Describe(error.Key, string.Join(' ', error), order))
            .ToList();
        if (printed.Contains("No .NET SDKs were found", StringComparison.Ordinal))
        {
            return new PackageException(
                $"{Names(order)}: the .NET SDK fetches packages, and only the runtime is here: install the .NET 10 SDK from "
                + "https://dotnet.microsoft.com/download");
        }

        return new PackageException(errors.Count > 0
            ? string.Join('\n', errors)
            : $"{Names(order)}: the restore failed. It said: {WhiteSpace().Replace(printed.Trim(), " ")}");
    }

    /// <summary>The restore was given up.</summary>
    /// <param name="order">What was asked for.</param>
    /// <param name="limit">How long it could take.</param>
    public static PackageException TooLong(PackageOrder order, TimeSpan limit) => new(string.Create(CultureInfo.InvariantCulture,
        $"{Names(order)}: the restore took longer than its limit of {limit.TotalSeconds:0} s and was given up. Is the network there? "
        + $"NOTEBOOKS_RESTORE_TIMEOUT sets another limit, in seconds."));

    private static string Names(PackageOrder order) => string.Join(" and ", order.Packages);

    private static string Describe(string code, string text, PackageOrder order)
    {
        if (code == "NU1605" && Downgrade().Match(text) is { Success: true } match)
        {
            var (name, needed, loaded) = (match.Groups["name"].Value, match.Groups["from"].Value, match.Groups["to"].Value);
            return $"{Names(order)}: it needs {name} {needed}, but {name} {loaded} is loaded already. Restart, and ask for {name} "
                + $"{needed} first. ({code})";
        }

        return code switch
        {
            "NU1101" => $"{Names(order)}: there is no such package. {text} ({code})",
            "NU1102" or "NU1103" => $"{Names(order)}: there is no such version. {text} ({code})",
            "NU1301" or "NU1302" => $"{Names(order)}: a source of packages cannot be reached; are you offline, or behind a proxy that "
                + $"HTTPS_PROXY does not name? {text} ({code})",
            "NU1202" or "NU1213" => $"{Names(order)}: the package is not for this framework. {text} ({code})",
            _ => $"{Names(order)}: {text} ({code})",
        };
    }

    // …/packages.csproj : error NU1101: Unable to find package …. […/packages.csproj]
    [GeneratedRegex(@"error (?<code>[A-Z]+\d+):(?<text>.*?)(\[[^\[\]]*\.csproj\])?\s*$", RegexOptions.Multiline)]
    private static partial Regex Error();

    [GeneratedRegex(@"downgrade: (?<name>\S+) from (?<from>\S+) to (centrally defined )?(?<to>\S+?)\.? ")]
    private static partial Regex Downgrade();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
