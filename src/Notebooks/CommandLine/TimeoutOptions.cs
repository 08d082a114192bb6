using System.CommandLine;
using System.Globalization;
using Notebooks.Running;

namespace Notebooks.CommandLine;

/// <summary>Options that say how long a run may take.</summary>
internal sealed class TimeoutOptions
{
    private readonly Option<double> cell = Seconds(
        "--timeout", "How long one cell may run, in seconds; 0 for as long as it likes.", RunOptions.Default.CellTimeout);

    private readonly Option<double> kernel = Seconds(
        "--kernel-timeout", "How long the process that executes the cells may take to start, in seconds; 0 for as long as it likes.",
        RunOptions.Default.StartTimeout);

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(cell);
        command.Options.Add(kernel);
    }

    /// <summary>A run with the limits of a call.</summary>
    public RunOptions ToRunOptions(ParseResult call) => RunOptions.Default with
    {
        CellTimeout = Limit(call.GetValue(cell)),
        StartTimeout = Limit(call.GetValue(kernel)),
    };

    private static TimeSpan Limit(double seconds) => seconds > 0 ? TimeSpan.FromSeconds(seconds) : Timeout.InfiniteTimeSpan;

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
