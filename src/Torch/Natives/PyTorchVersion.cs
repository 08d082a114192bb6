using System.Globalization;
using System.Text.RegularExpressions;

namespace NeuralNets.Torch;

/// <summary>The version of a PyTorch installation: an older one would load and then end the process at a missing function.</summary>
internal static partial class PyTorchVersion
{
    private static readonly Version Oldest = new(2, 10);

    /// <summary>Reads <c>version.py</c> beside the <c>lib</c> folder; a libtorch that is not Python's has none and passes.</summary>
    /// <exception cref="LibtorchNotFoundException">It is older than the libtorch that TorchSharp was made for.</exception>
    public static void RefuseOlder(string libtorch)
    {
        var file = Path.Combine(libtorch, "..", "version.py");
        if (!File.Exists(file) || Assignment().Match(File.ReadAllText(file)) is not { Success: true } match)
            return;
        var found = new Version(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture),
            int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture));
        if (found < Oldest)
            throw LibtorchNotFoundException.TooOld(libtorch, found, Oldest);
    }

    [GeneratedRegex(@"__version__ = ['""](\d{1,4})\.(\d{1,4})", RegexOptions.CultureInvariant)]
    private static partial Regex Assignment();
}
