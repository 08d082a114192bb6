using Notebooks.Documents;
using Notebooks.Reports;
using Notebooks.Running;
using Notebooks.Running.Checking;

namespace Notebooks.CommandLine;

/// <summary>All that is told of a run: to a person, to CI in a JUnit file, to GitHub in annotations.</summary>
internal sealed class RunReport
{
    private readonly string? junitFile;
    private readonly JUnitReport junit = new(DateTime.UtcNow);
    private readonly GitHubAnnotations? annotations;
    private readonly CellTimes times;

    /// <summary>Begins it.</summary>
    /// <param name="notebooks">The notebooks.</param>
    /// <param name="junitFile">The JUnit file, or null.</param>
    /// <param name="isAnnotated">True if GitHub's annotations are wanted.</param>
    public RunReport(IReadOnlyList<NotebookDocument> notebooks, string? junitFile, bool isAnnotated)
    {
        this.junitFile = junitFile;
        annotations = isAnnotated ? new GitHubAnnotations(notebooks, System.Console.Out) : null;
        times = new CellTimes(Console);
    }

    /// <summary>What a person sees.</summary>
    public ConsoleReport Console { get; } = ConsoleReport.OnConsole();

    /// <summary>Hears how the run gets on.</summary>
    public IRunProgress Progress => times;

    /// <summary>Reports a notebook, its failure and its drifts.</summary>
    public void Finished(ExecutedNotebook executed, IReadOnlyList<Drift> drifts)
    {
        Console.Finished(executed, drifts);
        annotations?.Write(executed, drifts);
        junit.Add(executed, drifts, cell => times.Of(executed.Document, cell));
    }

    /// <summary>Ends it where all notebooks were run.</summary>
    public void End() => Console.Summary();

    /// <summary>Writes the files, of an interrupted run too: what was done until then stands in them.</summary>
    /// <exception cref="DocumentException">The JUnit file cannot be written.</exception>
    public void Write()
    {
        if (junitFile is not null)
            AtomicFile.Write(junitFile, junit.ToBytes());
    }
}
