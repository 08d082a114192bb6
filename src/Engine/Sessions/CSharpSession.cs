using System.Globalization;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Formatting;
using Notebooks.Cells;
using Notebooks.Packages;
using Notebooks.Sessions.Compiling;
using Notebooks.Sessions.Executing;
using Notebooks.Sessions.Kernels;
using Notebooks.Sessions.Messages;
using Notebooks.Sessions.Output;

namespace Notebooks.Sessions;

/// <summary>C# cells with .NET Interactive's kernels and conventions, executed in this process.</summary>
public sealed class CSharpSession : IDisposable
{
    private readonly CompositeKernel root;
    private readonly CSharpKernel csharp;
    private readonly PackageDirectives packages = new();
    private readonly SemaphoreSlim oneCell = new(1);
    private readonly Task parserIsReady;
    private Submission? running;

    /// <summary>Starts a session.</summary>
    /// <param name="workingDirectory">The notebook's folder, from which relative paths start.</param>
    /// <param name="compiler">Compiles the cells.</param>
    public CSharpSession(string workingDirectory, CellCompiler compiler)
        : this(workingDirectory, (ICellCompiler)compiler)
    {
    }

    internal CSharpSession(string workingDirectory, ICellCompiler compiler)
    {
        ConsoleCapture.Begin();
        (root, csharp) = SessionKernels.Create(Path.GetFullPath(workingDirectory), compiler, packages);
        root.RegisterForDisposal(root.KernelEvents.Subscribe(new EventObserver(() => running)));

        // The first cell is done sooner when parser and formatters are set up while the compiler still works.
        parserIsReady = Task.Run(() => root.SubmissionParser.ParseDirectiveLine("#!time"));
        _ = Task.Run(() => FormattedValue.CreateManyFromObject(0));
    }

    /// <summary>Answers a cell's <c>Console.ReadLine()</c>; without it, reading is an error that says so.</summary>
    public Func<InputRequest, string?>? Input { get; set; }

    /// <summary>
    /// Time that printed text may wait for more, so that many short lines make few events. Zero sends each write at once: a
    /// cell that ends its process then loses none.
    /// </summary>
    public TimeSpan TextDelay { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Hears the number of a cell that has put something out after its end, which is dropped; once for each.</summary>
    public Action<int>? ShownLate { get; init; }

    /// <summary>True if a cell shows how far the restore of its packages is, until they are there.</summary>
    public bool ShowsRestoreProgress
    {
        get => packages.ShowsProgress;
        init => packages.ShowsProgress = value;
    }

    /// <summary>True if every value has plain text among its representations, as Jupyter's protocol wants it.</summary>
    public bool AlwaysPlainText { get; init; }

    /// <summary>Fetches the packages of <c>#r "nuget: …"</c>; without it, asking for one is an error that says so.</summary>
    public IPackageRestore? PackageRestore
    {
        get => packages.Restore;
        set => packages.Restore = value;
    }

    /// <summary>The variables that cells have declared.</summary>
    public IReadOnlyList<SessionVariable> Variables => csharp.Cells.Variables;

    /// <summary>The magic commands that a cell can use now, such as <c>#!time</c>.</summary>
    public IReadOnlyList<string> MagicCommands => [.. InformationDirectives.Known(root).Select(directive => directive.Name)];

    /// <summary>Executes one cell; a cell's own failure is a result, never an exception.</summary>
    /// <param name="request">The cell.</param>
    /// <param name="emit">Receives what the cell emits, in order, while it runs; may be called from any thread, one call at a time.</param>
    /// <param name="cancellationToken">Interrupts the cell as far as that is possible; variables stay.</param>
    public async Task<CellResult> ExecuteAsync(CellRequest request, Action<SessionEvent> emit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await oneCell.WaitAsync(CancellationToken.None);
        try
        {
            using var output = new CellOutput(emit, Input, TextDelay, AlwaysPlainText)
            {
                ShownLate = () => ShownLate?.Invoke(request.CellNumber),
            };
            running = new Submission(
                request with { Code = PackageDirectives.WithoutComments(request.Code.ReplaceLineEndings("\n")) },
                output, cancellationToken);
            return await RunAsync(running);
        }
        finally
        {
            running = null;
            oneCell.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        root.Dispose();
        ConsoleCapture.End();
        oneCell.Dispose();
    }

    private async Task<CellResult> RunAsync(Submission submission)
    {
        // What a cell's code asks for: cells watch the kernels' own token, too.
        await using var cancelling = submission.CancellationToken.UnsafeRegister(_ => root.SendAsync(new Cancel()), null);
        Submission.Current = submission;
        CellStop.By(submission.CancellationToken);
        // Numbers look the same in every country: what a notebook prints is compared with what it printed elsewhere.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        var error = await SendAsync(submission);
        if (error is not null && submission.Error is null && submission.CancellationToken.IsCancellationRequested)
            error = CellInterruption.Stopped;
        return new CellResult(error);
    }

    private async Task<CellError?> SendAsync(Submission submission)
    {
        await parserIsReady; // It is made once, and not for two threads at a time.
        try
        {
            var result = await root.SendAsync(new SubmitCode(submission.Cell.Code));
            await submission.Ended;
            return submission.Error ?? SubmissionErrors.Of(result, submission.Cell, root);
        }
        catch (InvalidOperationException exception)
        {
            // .NET Interactive's parser throws at some lines that it cannot read.
            return CellError.Of(
                CellErrorNames.MagicCommand,
                $"{submission.Cell.NotebookName}, cell {submission.Cell.CellNumber}: a line that begins with # cannot be read: "
                + $"{exception.Message}");
        }
    }
}
