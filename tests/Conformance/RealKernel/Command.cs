using System.Diagnostics;

namespace Conformance.RealKernel;

/// <summary>A program that is run to its end.</summary>
internal static class Command
{
    /// <summary>Runs it without input; when the test is given up, it and all that it started are ended.</summary>
    /// <returns>Its exit status, and all that it printed.</returns>
    public static async Task<(int Status, string Output)> RunAsync(ProcessStartInfo start)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.Environment["DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT"] = "1";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var cancel = TestContext.Current.CancellationToken;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancel);
            var problems = process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            return (process.ExitCode, await output + await problems);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
