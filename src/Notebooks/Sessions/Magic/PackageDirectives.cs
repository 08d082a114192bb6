using System.Text.RegularExpressions;

namespace Notebooks.Sessions.Magic;

/// <summary>What a cell asks of NuGet: its lines <c>#r "nuget: Name, Version"</c> and <c>#i "nuget: source"</c>.</summary>
/// <param name="Packages">The packages.</param>
/// <param name="Sources">The sources.</param>
/// <param name="Code">The cell without these lines; all others stay where they are.</param>
internal sealed partial record PackageDirectives(
    IReadOnlyList<PackageRequest> Packages, IReadOnlyList<string> Sources, string Code)
{
    /// <summary>Takes the lines out of a cell.</summary>
    /// <param name="code">The cell.</param>
    public static PackageDirectives Take(string code)
    {
        List<PackageRequest> packages = [];
        List<string> sources = [];
        var rest = Directive().Replace(code, match =>
        {
            var value = match.Groups["value"].Value;
            if (match.Groups["kind"].Value == "i")
            {
                sources.Add(value);
            }
            else
            {
                var parts = value.Split(',', 2, StringSplitOptions.TrimEntries);
                packages.Add(new PackageRequest(parts[0], parts.Length > 1 && parts[1] is not ("" or "*") ? parts[1] : null));
            }

            return "";
        });
        return new PackageDirectives(packages, sources, rest);
    }

    [GeneratedRegex("""^[ \t]*#(?<kind>[ri])[ \t]+"nuget:[ \t]*(?<value>[^"\r\n]*?)[ \t]*"[ \t]*(?=\r?$)""", RegexOptions.Multiline)]
    private static partial Regex Directive();
}
