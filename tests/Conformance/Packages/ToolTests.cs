using System.Text.Json.Nodes;
using Testing;

namespace Conformance.Packages;

/// <summary>The tool, installed from its package, in a folder where nothing else is.</summary>
public sealed class ToolTests(PackedPackages packages)
{
    [Fact]
    public async Task Writes_a_notebook_and_runs_it()
    {
        using var folder = new NotebookFolder();

        Assert.Equal((0, $"first.ipynb{Environment.NewLine}"), await packages.RunToolAsync(folder.Path, "new", "first"));
        var (status, output) = await packages.RunToolAsync(folder.Path, "run", "first.ipynb");

        Assert.True(status == 0, output);
        Assert.Equal(["Hello, world"], folder.Outputs("first.ipynb", 1));
    }

    [Fact]
    public async Task Runs_without_being_installed_as_the_README_says()
    {
        using var folder = new NotebookFolder();
        folder.Write("first.ipynb", "(20 + 22).ToString()");
        var readme = await File.ReadAllLinesAsync(Path.Combine(WorkingCopy.Root, "README.md"), TestContext.Current.CancellationToken);
        var line = readme.Single(line => line.StartsWith("dotnet dnx ", StringComparison.Ordinal));

        var (status, output) = await packages.RunDotNetAsync(
            folder.Path, line.Split(' ').Skip(1).Select(word => word == "artifacts/packages" ? packages.Feed : word));

        Assert.True(status == 0, output);
        Assert.Equal(["42"], folder.Outputs("first.ipynb", 0));
    }

    [Fact]
    public async Task Its_kernel_starts_from_where_the_tool_lies()
    {
        using var folder = new NotebookFolder();

        var (status, output) = await packages.RunToolAsync(folder.Path, "kernel", "install", "--prefix", folder.Path);

        Assert.True(status == 0, output);
        var spec = Directory.GetFiles(folder.Path, "kernel.json", SearchOption.AllDirectories).Single();
        var json = JsonNode.Parse(await File.ReadAllTextAsync(spec, TestContext.Current.CancellationToken))!;
        var program = json["argv"]![1]!.GetValue<string>();
        Assert.StartsWith(packages.Folder, program, StringComparison.Ordinal);
        Assert.True(File.Exists(program), program);
    }
}
