using System.CommandLine;
using Notebooks.Documents;

namespace Notebooks.CommandLine;

/// <summary>All commands, and how a call of one ends.</summary>
internal static class CommandTree
{
    /// <summary>The tree.</summary>
    public static RootCommand Create() => new("Executes, checks and publishes C# notebooks.")
    {
        BookCommand.Create(),
        RunCommand.Create(),
        CheckCommand.Create(),
        NewCommand.Create(),
        ServeCommand.Create(),
        ExportCommand.Create(),
        CleanCommand.Create(),
        DiffCommand.Create(),
        KernelCommand.Create(),
    };

    /// <summary>Executes one call.</summary>
    /// <returns>The exit status: 0 all well, 1 a cell failed or a number drifted, 2 the call or a file was wrong; after a signal 128
    /// and its number.</returns>
    public static async Task<int> InvokeAsync(string[] arguments)
    {
        TerminalWriter.Install();
        var call = Create().Parse(arguments);
        if (call.Errors.Count > 0)
        {
            foreach (var error in call.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("See --help.");
            return ExitStatus.Wrong;
        }

        using var signals = new EndSignals();
        try
        {
            return await call.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, signals.Token);
        }
        catch (Exception error) when (error is CallException or DocumentException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return ExitStatus.Wrong;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Interrupted.");
            return signals.ExitStatus;
        }
    }
}
