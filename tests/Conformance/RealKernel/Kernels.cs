using System.Diagnostics;
using System.Text.Json.Nodes;
using Conformance.RealKernel;
using Notebooks.Documents;
using Notebooks.Jupyter.Installing;
using Notebooks.Platform;
using Testing;

[assembly: AssemblyFixture(typeof(Kernels))]

namespace Conformance.RealKernel;

/// <summary>
/// Microsoft's kernel and ours, installed side by side where only these tests' Jupyter looks. Where Microsoft's tool or a
/// Python with nbclient cannot be had, tests that need them are skipped, saying why.
/// </summary>
public sealed class Kernels : IAsyncLifetime
{
    /// <summary>The name of Microsoft's kernel.</summary>
    public const string Real = KernelSpec.NotebooksName;

    /// <summary>The name of ours.</summary>
    public const string Ours = KernelSpec.OwnName;

    private readonly PinnedTools tools;
    private PythonWithJupyter? python;
    private string? missing;

    /// <summary>A folder for files of a test.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("conformance ").FullName;

    /// <summary>Whether Microsoft's kernel can be run.</summary>
    public bool AreHere => missing is null;

    /// <summary>Nothing is fetched yet.</summary>
    public Kernels() => tools = new(Folder);

    private string Jupyter => Path.Combine(Folder, "share", "jupyter");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        python = await PythonWithJupyter.FindAsync();
        missing = python is null
            ? "no Python with nbclient is here (Debian: apt-get install python3-nbclient; elsewhere: pip install nbclient)"
            : await tools.RestoreAsync();
        if (missing is not null)
            return;
        Directory.CreateDirectory(Path.Combine(Jupyter, "kernels"));
        await InstallRealAsync();
        await RunAsync(ThisProgram.StartInfo("kernel", "install", "--prefix", Folder));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Executes a notebook.</summary>
    /// <param name="kernel"><see cref="Real"/> or <see cref="Ours"/>.</param>
    /// <param name="notebook">The notebook; its outputs do not matter.</param>
    /// <param name="allowErrors">Whether it goes on after a cell that failed.</param>
    /// <param name="cellTimeout">How many seconds a cell may take.</param>
    public async Task<KernelRun> ExecuteAsync(string kernel, NotebookDocument notebook, bool allowErrors = false, int cellTimeout = 600)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        var files = Path.Combine(Folder, $"{Path.GetFileNameWithoutExtension(notebook.Name)} {Guid.NewGuid():N}");
        var given = files + " given.ipynb";
        notebook.Save(given);
        string[] options = ["--timeout", $"{cellTimeout}", .. allowErrors ? ["--allow-errors"] : Array.Empty<string>()];
        var (status, printed) = await PythonAsync("execute.py", [kernel, given, notebook.Folder, files, .. options]);
        Assert.True(status == 0, printed);
        return KernelRun.Read(files, printed);
    }

    /// <summary>Runs a script of this folder with both kernels known to its Jupyter; skips the test where they cannot be had.</summary>
    /// <returns>Its exit status, and all that it and the kernels printed.</returns>
    public Task<(int Status, string Output)> PythonAsync(string script, params string[] arguments) =>
        Command.RunAsync(StartInfo(script, arguments), TestContext.Current.CancellationToken);

    /// <summary>
    /// How a script of this folder is started with both kernels known to its Jupyter; skips the test where they cannot
    /// be had.
    /// </summary>
    public ProcessStartInfo StartInfo(string script, params string[] arguments)
    {
        Require();
        var start = python!.StartInfo([Path.Combine(AppContext.BaseDirectory, "RealKernel", script), .. arguments]);
        start.Environment["JUPYTER_PATH"] = Jupyter;
        return start;
    }

    /// <summary>Lets <c>dotnet</c> know the tools of the manifest; skips the test where they cannot be had.</summary>
    public void MakeToolsKnown(ProcessStartInfo start)
    {
        Require();
        tools.MakeKnown(start);
    }

    /// <summary>The file by which <c>dotnet</c> starts dotnet-repl; skips the test where it cannot be had.</summary>
    public string DotnetRepl()
    {
        Require();
        return tools.Program("dotnet-repl", "dotnet-repl.dll");
    }

    /// <summary>Skips the test where Microsoft's kernel cannot be run.</summary>
    public void Require()
    {
        if (missing is not null)
            Assert.Skip("Microsoft's kernel cannot be run here: " + missing);
    }

    // Its installer writes "dotnet interactive", which needs the tool on PATH or a manifest above the notebook; tests start
    // the program itself.
    private async Task InstallRealAsync()
    {
        var program = tools.Program("microsoft.dotnet-interactive", "Microsoft.DotNet.Interactive.App.dll");
        var kernels = Path.Combine(Jupyter, "kernels");
        await RunAsync(DotNetCommand.StartInfo(Folder, program, "jupyter", "install", "--path", kernels));
        var file = Path.Combine(kernels, Real, "kernel.json");
        var spec = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        var written = spec["argv"]!.AsArray().Select(argument => argument!.GetValue<string>()).ToList();
        Assert.Equal(["dotnet", "interactive"], written[..2]);
        spec["argv"] = new JsonArray(
            [.. ((string[])[DotNetCommand.Path, program, .. written[2..]]).Select(argument => JsonValue.Create(argument))]);
        await File.WriteAllTextAsync(file, spec.ToJsonString());
    }

    private async Task RunAsync(ProcessStartInfo start)
    {
        start.Environment["JUPYTER_PATH"] = Jupyter;
        var (status, output) = await Command.RunAsync(start, TestContext.Current.CancellationToken);
        Assert.True(status == 0, output);
    }
}
