using System.Globalization;
using Microsoft.DotNet.Interactive;
using Notebooks.Sessions.Compiling;
using Notebooks.Sessions.Magic;
using Notebooks.Sessions.Output;

namespace Notebooks.Sessions;

/// <summary>C# cells with .NET Interactive's conventions, executed in this process.</summary>
public sealed class CSharpSession : ISession
{
    private readonly CellRunner runner;
    private readonly SemaphoreSlim oneCell = new(1);
    private CellThread thread = new();

    /// <summary>Starts a session.</summary>
    /// <param name="workingDirectory">The notebook's folder, from which relative paths start.</param>
    /// <param name="compiler">Compiles the cells.</param>
    internal CSharpSession(string workingDirectory, ICellCompiler compiler)
    {
        runner = new CellRunner(Path.GetFullPath(workingDirectory), compiler);
        ConsoleCapture.Begin();

        // The first value is shown sooner when its formatter is set up while the compiler still works.
        _ = Task.Run(() => FormattedValue.CreateManyFromObject(0));
    }

    /// <summary>Answers a cell's <c>Console.ReadLine()</c>; without it, reading is an error that says so.</summary>
    public Func<InputRequest, string?>? Input { get; set; }

    /// <summary>
    /// How long printed text may wait for more, so that many short lines make few events. Zero sends each write at once: a
    /// cell that ends its process then loses none.
    /// </summary>
    public TimeSpan TextDelay { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Whether every value has plain text among its representations, as Jupyter's protocol wants it.</summary>
    public bool AlwaysPlainText { get; init; }

    /// <summary>Fetches the packages of <c>#r "nuget: …"</c>; without it, asking for one is an error that says so.</summary>
    public IPackageRestore? PackageRestore
    {
        get => runner.PackageRestore;
        set => runner.PackageRestore = value;
    }

    /// <summary>The variables that cells have declared.</summary>
    public IReadOnlyList<SessionVariable> Variables => runner.Cells.Variables;

    /// <inheritdoc/>
    public async Task<CellResult> ExecuteAsync(CellRequest request, Action<SessionEvent> emit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await oneCell.WaitAsync(CancellationToken.None);
        try
        {
            using var output = new CellOutput(emit, Input, TextDelay, AlwaysPlainText);
            var interruption = new Interruption(thread, cancellationToken);
            return await interruption.RunAsync(() => RunAsync(request, output, cancellationToken));
        }
        catch (TimeoutException)
        {
            thread.Dispose();
            thread = new CellThread();
            return CellResult.Failed(CellErrorNames.StillRunning, "The cell was told to stop but goes on, inside native code perhaps. Only a restart stops it; the variables are lost then.");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return CellResult.Failed(CellErrorNames.Interrupted, "The cell was stopped. Its variables are kept as they were at that moment.");
        }
        finally
        {
            oneCell.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ConsoleCapture.End();
        thread.Dispose();
        oneCell.Dispose();
    }

    private async Task<CellResult> RunAsync(CellRequest request, CellOutput output, CancellationToken cancellationToken)
    {
        // Numbers look the same in every country: what a notebook prints is compared with what it printed elsewhere.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        ConsoleCapture.Claim();
        using var context = KernelInvocationContext.Establish(output, cancellationToken);
        return await runner.RunAsync(request, context);
    }
}
