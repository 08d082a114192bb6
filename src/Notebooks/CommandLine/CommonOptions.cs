using System.CommandLine;
using System.Globalization;
using Notebooks.Running;

namespace Notebooks.CommandLine;

/// <summary>Options that more than one command has.</summary>
internal static class CommonOptions
{
    /// <summary><c>--timeout</c>: the time that a cell may run.</summary>
    public static Option<double> Timeout()
    {
        var option = new Option<double>("--timeout")
        {
            Description = "How long one cell may run, in seconds; 0 for as long as it likes.",
            HelpName = "SECONDS",
            DefaultValueFactory = _ => RunOptions.Default.CellTimeout.TotalSeconds,
            CustomParser = argument =>
            {
                var text = argument.Tokens[0].Value;
                if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
                    && seconds is >= 0 and <= 1_000_000)
                    return seconds;
                argument.AddError($"--timeout {text}: a number of seconds from 0 to 1,000,000 is expected");
                return 0;
            },
        };
        return option;
    }

    /// <summary>The options of a run with this timeout.</summary>
    public static RunOptions ToRunOptions(double seconds) => RunOptions.Default with
    {
        CellTimeout = seconds > 0 ? TimeSpan.FromSeconds(seconds) : System.Threading.Timeout.InfiniteTimeSpan,
    };
}
