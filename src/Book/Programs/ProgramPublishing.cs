using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Notebooks.Platform;

namespace Notebooks.Book.Programs;

/// <summary>Publishes a project by the SDK, with what the notebooks that are executed meanwhile leave of the processors.</summary>
internal static partial class ProgramPublishing
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    /// <summary>Publishes it.</summary>
    /// <param name="project">The project's file.</param>
    /// <param name="output">The folder to publish to.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="BookException">It cannot be published; the message is the first error in one line.</exception>
    public static async Task RunAsync(string project, string output, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        var start = DotNetCommand.StartInfo(
            Path.GetDirectoryName(project)!, "publish", project, "-c", "Release", "-o", output, "-v:quiet", "-nodeReuse:false");
        using var publish = Process.Start(start)!;
        try
        {
            GiveWay(publish);
            publish.StandardInput.Close();
            var printed = Task.WhenAll(
                publish.StandardOutput.ReadToEndAsync(limit.Token), publish.StandardError.ReadToEndAsync(limit.Token));
            await publish.WaitForExitAsync(limit.Token);
            if (publish.ExitCode != 0)
                throw new BookException(Explained(project, string.Join('\n', await printed)));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new BookException($"Publishing {Path.GetFileName(project)} took more than {Limit.TotalMinutes:0} minutes and was ended.");
        }
        finally
        {
            if (!publish.HasExited)
                publish.Kill(entireProcessTree: true);
        }
    }

    private static void GiveWay(Process publish)
    {
        try
        {
            publish.PriorityClass = ProcessPriorityClass.BelowNormal;
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception)
        {
            // It has ended already, or the system does not allow it: then it takes its share.
        }
    }

    private static string Explained(string project, string printed)
    {
        var error = Error().Match(printed);
        var found = error.Success ? error.Groups["error"].Value : printed.Trim().Split('\n')[^1];
        return $"'dotnet publish {Path.GetFileName(project)}' failed: {found.Trim()}";
    }

    [GeneratedRegex(@"error (?<error>[A-Z]+\d+: [^\n]*?)\s*(\[[^\]\n]*\])?\s*$", RegexOptions.Multiline)]
    private static partial Regex Error();
}
