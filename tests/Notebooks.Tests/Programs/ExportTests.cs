using Notebooks.Documents;
using Notebooks.Packages;
using Notebooks.Programs;
using Testing;

namespace Notebooks.Tests.Programs;

/// <summary>A notebook exported as a program prints what the notebook shows: both are really run.</summary>
public sealed class ExportTests : IDisposable
{
    private readonly NotebookFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Names_may_be_declared_again_and_mean_what_they_meant_where_they_stand()
    {
        folder.Write(
            "n.ipynb",
            "var x = 1;\nx + 1",
            "int Twice() => x * 2;\nTwice()",
            "for (int i = 0; i < 2; i++) Console.Write(i);\nConsole.WriteLine();",
            "var x = \"text\";\nx",
            "Console.WriteLine(Twice()); x.Length",
            "var (a, b) = (1, 2.5);\nvar point = new { x, b };\npoint.x",
            "int i = 7; $\"{nameof(x)} {i}\"",
            "int n;\nn++;\nn",
            "if (int.TryParse(\"12\", out var parsed)) Console.WriteLine(parsed);\nparsed",
            "var args = 5; var t = (x, i); t.x + args");

        var program = await ProgramRun.OfAsync(folder.Path, "n");

        Assert.Equal((0, ""), (program.Status, program.Problems));
        Assert.Equal(program.Shown, program.Printed);
        Assert.StartsWith("2\n2\n01\ntext\n2\n4\ntext\nx 7\n1\n12\n12\ntext5\n", program.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Methods_and_types_see_what_they_see_in_a_notebook()
    {
        folder.Write(
            "n.ipynb",
            "record struct Square(double Side) { public double Area => Side * Side; }\nnew Square(3).Area",
            "class Counter { public int N; }\nnew Counter().N",
            "class Counter { public string N = \"second\"; public Counter() { } }\nnew Counter().N",
            "T Largest<T>(IEnumerable<T> items) where T : IComparable<T> => items.Max();\nLargest(new[] { 3, 1, 2 })",
            "static string Hello(string who) => \"hello \" + who;\n"
                + "class Greeter { public string Say() => Hello(\"class\"); }\nnew Greeter().Say()",
            "int F(int a) => a;\nstring F(string a) => a + \"!\";\nF(\"x\") + F(3)",
            "static string Shout(this string s) => s.ToUpperInvariant();\n\"abc\".Shout()",
            "Func<int, int> fib = n => n < 2 ? n : fib(n - 1) + fib(n - 2);\nfib(10)",
            "void Show() => Console.WriteLine(later);\nint later = 4;\nShow();",
            "async Task<int> Later(int v) { await Task.Delay(1); return v; }\nawait Later(3)",
            "async IAsyncEnumerable<int> Some() { for (var k = 0; k < 3; k++) { await Task.Yield(); yield return k; } }\n"
                + "await foreach (var k in Some()) Console.WriteLine(k);");

        var program = await ProgramRun.OfAsync(folder.Path, "n");

        Assert.Equal((0, ""), (program.Status, program.Problems));
        Assert.Equal(program.Shown, program.Printed);
        Assert.Equal("9\n0\nsecond\n3\nhello class\nx!3\nABC\n55\n4\n3\n0\n1\n2\n", program.Printed);
    }

    [Fact]
    public async Task Values_are_printed_as_the_notebooks_plain_text()
    {
        folder.Write(
            "n.ipynb",
            "display(42);\ndisplay(\"text\");\n3.5",
            "new[] { 1, 2, 3 }",
            "record Point(int X, int Y);\nnew Point(1, 2)",
            "display(HTML(\"<b>bold</b>\"));",
            "\"last\".Display();",
            "(object)null");

        var program = await ProgramRun.OfAsync(folder.Path, "n");

        Assert.Equal((0, ""), (program.Status, program.Problems));
        Assert.Equal("42\ntext\n3.5\n[ 1, 2, 3 ]\nPoint\n      X: 1\n      Y: 2\n<b>bold</b>\nlast\n<null>\n", program.Printed);
    }

    [Fact]
    public async Task A_cell_that_is_meant_to_fail_fails_and_the_program_goes_on_and_another_ends_it()
    {
        folder.Write(
            "n.ipynb",
            "var before = 1;",
            "// raises-exception\nvar kept = 5;\nint.Parse(\"no\");",
            "kept + before",
            "// raises-exception\nint wrong = \"text\";",
            "// skip-execution\nEnvironment.Exit(3);",
            "throw new InvalidOperationException(\"the end\");",
            "\"never\"");

        var program = await ProgramRun.OfAsync(folder.Path, "n");

        Assert.NotEqual(0, program.Status);
        Assert.Equal("6\n", program.Printed);
        Assert.StartsWith("FormatException: ", program.Problems, StringComparison.Ordinal);
        Assert.Contains("the end", program.Problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Libraries_and_packages_are_referenced_by_the_program_too()
    {
        using var feed = new TestFeed();
        feed.Add("Greeter", "1.0.0");
        var (_, library) = TestFeed.Library(
            "Local", "namespace Local; public static class Place { public static string Name => \"here\"; }");
        await File.WriteAllBytesAsync(Path.Combine(feed.Folder, "Local.dll"), library, TestContext.Current.CancellationToken);
        var written = folder.Write(
            "n.ipynb",
            "#r \"nuget: Greeter, 1.0.0\"\nGreeter.Greeting.Text",
            "#r \"Local.dll\"\nusing Local;\nPlace.Name",
            "System.IO.File.Exists(\"Local.dll\")");
        File.Move(written, Path.Combine(feed.Folder, "n.ipynb"));

        var program = await ProgramRun.OfAsync(feed.Folder, "n");

        Assert.Equal((0, ""), (program.Status, program.Problems));
        Assert.Equal("hello from 1.0.0\nhere\nTrue\n", program.Printed);
    }

    [Fact]
    public async Task The_first_notebook_of_the_chapter_prints_what_it_shows()
    {
        var first = WorkingCopy.Notebooks[0];
        var name = Path.GetFileNameWithoutExtension(first);
        var moved = folder.In($"{name}.ipynb");
        var library = WorkingCopy.LibraryOutput.Replace('\\', '/');
        await File.WriteAllTextAsync(
            moved,
            (await File.ReadAllTextAsync(first, TestContext.Current.CancellationToken))
                .Replace("../src/NeuralNets/bin", library, StringComparison.Ordinal),
            TestContext.Current.CancellationToken);

        var program = await ProgramRun.OfAsync(folder.Path, name);

        Assert.True(program.Status == 0, program.Problems);
        Assert.Equal(program.Shown, program.Printed);
        Assert.Contains("60 m², 4 km", program.Printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cell 1: #!share --from fsharp x: a program has no such command", "#!share --from fsharp x")]
    [InlineData("cell 2, line 2, column 1: The name 'unknown' does not exist", "1", "\nunknown")]
    [InlineData("cell 2: return: ends the cell", "1", "return 3;")]
    [InlineData("cell 1: #load \"a.csx\": a program has no #load", "#load \"a.csx\"")]
    [InlineData("cell 1: cannot stand in a plain program: ", "Microsoft.DotNet.Interactive.Kernel.Root.ToString()")]
    [InlineData("cell 1: p has a type without a name", "var p = new { A = 1 };\nint G(int a) => p.A;\nint G(string a) => 2;")]
    public async Task What_no_program_can_do_is_said_with_its_cell_and_nothing_is_written(string reason, params string[] cells)
    {
        await File.WriteAllTextAsync(folder.In("a.csx"), "var loaded = 1;", TestContext.Current.CancellationToken);
        var path = folder.Write("n.ipynb", cells);

        var program = await ExportAsync(path);

        Assert.Empty(program.Text);
        Assert.StartsWith($"{path}, {reason}", program.Mistakes[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_left_out_is_said_and_prose_and_other_languages_are_comments()
    {
        var path = folder.Write("n.ipynb", "#!html\n<i>hi</i>", "#!time\nvar x = 1;", "#!markdown\n# Prose", "x");

        var program = await ExportAsync(path);

        Assert.Equal(
            [$"{path}, cell 1: what it has in html is a comment in the program", $"{path}, cell 2: #!time: left out"], program.Remarks);
        Assert.Contains("\n// <i>hi</i>\n", program.Text, StringComparison.Ordinal);
        Assert.Contains("\n// # Prose\n", program.Text, StringComparison.Ordinal);
        Assert.Equal(program.Text, (await ExportAsync(path)).Text);
    }

    [Fact]
    public async Task The_command_writes_nothing_where_there_is_a_mistake()
    {
        folder.Write("n.ipynb", "unknown");

        var call = await Cli.RunAsync(folder.Path, "export", "--to", "cs", "n.ipynb");

        Assert.StartsWith("n.ipynb, cell 1, line 1, column 1: ", call.Problems, StringComparison.Ordinal);
        Assert.Equal((2, ""), (call.ExitStatus, call.Output));
        Assert.False(File.Exists(folder.In("n.cs")));
    }

    private static Task<ExportedProgram> ExportAsync(string path) => ProgramExport.OfAsync(
        NotebookDocument.Load(path), Path.GetDirectoryName(path)!, new SdkRestore(Path.GetDirectoryName(path)!), _ => { },
        TestContext.Current.CancellationToken);
}
