using System.CommandLine;
using Notebooks.Documents;

namespace Notebooks.CommandLine;

/// <summary>Options that say who hears of a run besides the person who watches.</summary>
internal sealed class ReportOptions
{
    private readonly Option<string?> junit = new("--junit")
    {
        Description = "Write a JUnit file too, a test for each cell.",
        HelpName = "FILE",
    };

    private readonly Option<bool> annotations = new("--annotations")
    {
        Description = "Write GitHub's annotations (::error file=…) too. Default where GITHUB_ACTIONS is true.",
    };

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(junit);
        command.Options.Add(annotations);
    }

    /// <summary>The report of a call.</summary>
    /// <exception cref="CallException">The JUnit file cannot be written.</exception>
    public RunReport Begin(ParseResult call, IReadOnlyList<NotebookDocument> notebooks)
    {
        var file = call.GetValue(junit);
        if (file is not null)
            RequireWritable(file);
        var isAnnotated = call.GetValue(annotations) || Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true";
        return new RunReport(notebooks, file, isAnnotated);
    }

    private static void RequireWritable(string file)
    {
        if (file.Length == 0 || Directory.Exists(file))
            throw new CallException($"--junit {file}: a file is expected");
        OutputFolder.Create(Path.GetDirectoryName(Path.GetFullPath(file))!);
    }
}
