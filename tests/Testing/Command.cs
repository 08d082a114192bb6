using System.Diagnostics;

namespace Testing;

/// <summary>A program that is run to its end.</summary>
public static class Command
{
    /// <summary>Runs it without input; when it is given up, it and all that it started are ended.</summary>
    /// <returns>Its exit status, and all that it printed.</returns>
    public static async Task<(int Status, string Output)> RunAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.Environment["DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT"] = "1";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var problems = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output + await problems);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
