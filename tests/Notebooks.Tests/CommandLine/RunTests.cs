using Testing;

namespace Notebooks.Tests.CommandLine;

public sealed class RunTests : IDisposable
{
    private readonly NotebookFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Outputs_and_numbers_are_written_back_and_nothing_else_changes()
    {
        var path = folder.Write("n.ipynb", "var x = 6;", "Console.WriteLine(\"hello\");\n$\"{x * 7}\"", " ");
        var before = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);

        var call = await Cli.RunAsync(folder.Path, "run", "n.ipynb");

        Assert.Equal((0, ""), (call.ExitStatus, call.Problems));
        Assert.Equal(["hello\n", "42"], folder.Outputs("n.ipynb", 1).Select(text => text.Replace("\r", "", StringComparison.Ordinal)));
        var notebook = folder.Load("n.ipynb");
        Assert.Equal([1, 2, null], notebook.Cells.Select(cell => cell.ExecutionCount));
        foreach (var cell in notebook.Cells)
            cell.ClearExecution();
        Assert.Equal(before, System.Text.Encoding.UTF8.GetString(notebook.ToBytes()));
    }

    [Fact]
    public async Task Notebooks_do_not_see_each_other_and_work_in_their_own_folders()
    {
        Directory.CreateDirectory(folder.In("sub é"));
        folder.Write("1.ipynb", "var secret = 1;");
        folder.Write("sub é/2.ipynb", "System.IO.Path.GetFileName(Environment.CurrentDirectory)", "secret");

        var call = await Cli.RunAsync(folder.Path, "run", "1.ipynb", "sub é/2.ipynb");

        Assert.Equal(1, call.ExitStatus);
        Assert.Equal(["sub é"], folder.Outputs("sub é/2.ipynb", 0));
        Assert.Contains("secret", call.Problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_an_output_folder_the_files_stay_as_they_are()
    {
        var path = folder.Write("n.ipynb", "// parameters\nvar epochs = 200; var name = \"old\";", "$\"{name} {epochs}\"");
        var before = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);

        var call = await Cli.RunAsync(
            folder.Path, "run", "n.ipynb", "--output", "out/é", "--param", "epochs=3", "--param", "name=a \"b\" \\ é=1");

        Assert.Equal((0, ""), (call.ExitStatus, call.Problems));
        Assert.Equal(before, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal(["a \"b\" \\ é=1 3"], folder.Outputs("out/é/n.ipynb", 1));
    }

    [Fact]
    public async Task Without_files_it_takes_the_notebooks_of_the_repository_in_order()
    {
        Directory.CreateDirectory(folder.In("notebooks"));
        Directory.CreateDirectory(folder.In("src/deep"));
        folder.Write("notebooks/02.ipynb", "2");
        folder.Write("notebooks/01.ipynb", "1");

        var call = await Cli.RunAsync(folder.In("src/deep"), "run");

        Assert.Equal(0, call.ExitStatus);
        var lines = call.Output.Split('\n');
        Assert.StartsWith("01.ipynb ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("02.ipynb ", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("2 notebooks, 2 cells, ", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_may_be_tagged_to_fail_or_to_be_skipped()
    {
        folder.Write(
            "n.ipynb", "// raises-exception\nthrow new Exception(\"as shown\");", "// skip-execution\nEnvironment.Exit(1);", "\"after\"");

        var call = await Cli.RunAsync(folder.Path, "run", "n.ipynb");

        Assert.Equal((0, ""), (call.ExitStatus, call.Problems));
        Assert.Equal(["Exception"], folder.Outputs("n.ipynb", 0));
        Assert.Equal(["after"], folder.Outputs("n.ipynb", 2));
    }
}
