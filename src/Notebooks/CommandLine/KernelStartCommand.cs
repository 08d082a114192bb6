using System.CommandLine;
using Notebooks.Jupyter;

namespace Notebooks.CommandLine;

/// <summary><c>kernel start</c>: what Jupyter calls.</summary>
internal static class KernelStartCommand
{
    /// <summary>Its place in the command tree.</summary>
    public static Command Create()
    {
        var file = new Argument<string>("CONNECTION_FILE") { Description = "The JSON file in which Jupyter says where to listen." };
        var command = new Command("start", "Start the kernel; Jupyter does this.") { file };
        command.SetAction((call, _) => StartAsync(call.GetValue(file)!));
        return command;
    }

    /// <summary>Runs the kernel until it is asked to end.</summary>
    /// <returns>The exit status.</returns>
    public static async Task<int> StartAsync(string file)
    {
        try
        {
            await Kernel.RunAsync(file);
            return ExitStatus.Success;
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return ExitStatus.Wrong;
        }
    }
}
