using System.CommandLine;
using System.Globalization;
using Notebooks.Running;

namespace Notebooks.CommandLine;

/// <summary>Options that more than one command has.</summary>
internal static class CommonOptions
{
    /// <summary><c>--timeout</c>: the time that a cell may run.</summary>
    public static Option<double> Timeout() => Seconds(
        "--timeout", "How long one cell may run, in seconds; 0 for as long as it likes.", RunOptions.Default.CellTimeout);

    /// <summary><c>--kernel-timeout</c>: the time that the process of the cells may take to start.</summary>
    public static Option<double> KernelTimeout() => Seconds(
        "--kernel-timeout", "How long the process that executes the cells may take to start, in seconds; 0 for as long as it likes.",
        RunOptions.Default.StartTimeout);

    /// <summary>The options of a run with this timeout.</summary>
    public static RunOptions ToRunOptions(double seconds) => RunOptions.Default with { CellTimeout = Limit(seconds) };

    /// <summary>A limit as a run has it.</summary>
    public static TimeSpan Limit(double seconds) =>
        seconds > 0 ? TimeSpan.FromSeconds(seconds) : System.Threading.Timeout.InfiniteTimeSpan;

    private static Option<double> Seconds(string name, string description, TimeSpan standard) => new(name)
    {
        Description = description,
        HelpName = "SECONDS",
        DefaultValueFactory = _ => standard.TotalSeconds,
        CustomParser = argument =>
        {
            var text = argument.Tokens[0].Value;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
                && seconds is >= 0 and <= 1_000_000)
                return seconds;
            argument.AddError($"{name} {text}: a number of seconds from 0 to 1,000,000 is expected");
            return 0;
        },
    };
}
