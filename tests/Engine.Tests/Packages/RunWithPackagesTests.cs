using System.Net;
using System.Net.Sockets;
using Notebooks.Documents;
using Testing;

namespace Engine.Tests.Packages;

/// <summary>Notebooks that ask for packages, executed headless.</summary>
public sealed class RunWithPackagesTests : IDisposable
{
    private readonly TestFeed feed = new();
    private readonly string name = $"Greeter{Guid.NewGuid():N}";

    public void Dispose() => feed.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("own packages")]
    [InlineData("own packages/")]
    public async Task Packages_are_restored_and_the_notebook_is_the_same_each_time(string? packages)
    {
        feed.Add(name, "1.0.0");
        var file = Write($"#r \"nuget: {name}, 1.0.0\"", $"{name}.Greeting.Text");
        var environment = packages is null ? null : Path.Combine(feed.Folder, packages);

        var first = await Run(environment, "run", file);
        var executed = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await Run(environment, "run", file);
        var check = await Run(environment, "check", file);

        Assert.Contains("2 cells", first.Output, StringComparison.Ordinal);
        var notebook = NotebookDocument.Load(file);
        Assert.Equal(
            $"<div><div></div><div></div><div><strong>Installed Packages</strong><ul><li><span>{name}, 1.0.0</span></li></ul></div></div>",
            (string?)Assert.Single(notebook.Cells[0].Outputs)!["data"]!["text/html"]);
        Assert.Equal("hello from 1.0.0", (string?)Assert.Single(notebook.Cells[1].Outputs)!["data"]!["text/plain"]);
        Assert.Equal(executed, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal(0, check.ExitStatus);
        Assert.Contains(Directory.GetDirectories(Path.Combine(feed.Folder, packages ?? "packages")), folder =>
            name.Equals(Path.GetFileName(folder), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_restore_has_its_own_time_limit_and_does_not_count_against_the_cells()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await File.WriteAllTextAsync(Path.Combine(feed.Folder, "NuGet.Config"), $"""
            <configuration><packageSources><clear />
              <add key="silent" value="http://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}/index.json" allowInsecureConnections="true" />
            </packageSources></configuration>
            """, TestContext.Current.CancellationToken);
        var file = Write($"#r \"nuget: {name}, 1.0.0\"");

        var run = await Run(null, "run", "--timeout", "6", file);

        Assert.Equal(1, run.ExitStatus);
        Assert.Contains(
            $"PackageError: {name} 1.0.0: the restore took longer than its limit of 12 s", run.Problems, StringComparison.Ordinal);
    }

    private string Write(params string[] cells)
    {
        using var folder = new NotebookFolder();
        var file = Path.Combine(feed.Folder, "packages.ipynb");
        File.Move(folder.Write("packages.ipynb", cells), file, overwrite: true);
        return file;
    }

    private async Task<Cli> Run(string? packages, params string[] arguments)
    {
        var start = Cli.StartInfo(feed.Folder, arguments);
        start.Environment["NUGET_PACKAGES"] = packages;
        start.Environment["NOTEBOOKS_RESTORE_TIMEOUT"] = packages is null && arguments.Contains("--timeout") ? "12" : null;
        using var process = System.Diagnostics.Process.Start(start)!;
        return await Cli.EndAsync(process);
    }
}
