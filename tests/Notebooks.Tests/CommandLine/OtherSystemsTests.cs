using System.Text;
using Notebooks.Documents;
using Testing;

namespace Notebooks.Tests.CommandLine;

/// <summary>What other systems have and this one can have too: CRLF, names that differ by upper and lower case alone, long paths.</summary>
public sealed class OtherSystemsTests : IDisposable
{
    private readonly NotebookFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_notebook_with_CRLF_runs_and_checks_as_with_LF_and_keeps_its_line_ends()
    {
        Directory.CreateDirectory(folder.In("notebooks"));
        await WriteAsync("notebooks/script.csx", "int Twice(int a)\n{\n    return 2 * a;\n}\n");
        await WriteAsync("notebooks/cells.dib", "#!csharp\n\nint three = 3;\n\n#!csharp\n\nint four = 4;\n");
        string[] cells = ["#!import cells.dib", "#load \"script.csx\"", "Twice(three + four)", "var a = 1;\r\na +\r\n1"];
        var file = folder.Write("notebooks/one.ipynb", cells);
        await WriteAsync("notebooks/one.ipynb", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));

        await RunWellAsync(folder.Path, "run", "notebooks/one.ipynb");
        await RunWellAsync(folder.Path, "check", "notebooks/one.ipynb");

        Assert.Contains("14", folder.Outputs("notebooks/one.ipynb", 2)[0], StringComparison.Ordinal);
        Assert.Contains("2", folder.Outputs("notebooks/one.ipynb", 3)[0], StringComparison.Ordinal);
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal(text, text.ReplaceLineEndings("\r\n"));
    }

    [Fact]
    public async Task The_book_of_a_checkout_with_CRLF_has_the_pages_of_one_with_LF()
    {
        foreach (var (name, ends) in (ValueTuple<string, string>[])[("lf", "\n"), ("crlf", "\r\n")])
        {
            Directory.CreateDirectory(folder.In($"{name}/notebooks"));
            await WriteAsync($"{name}/notebooks/cover.md", "# Cover\n\nWords.\n\n- [One](one.ipynb)\n", ends);
            await WriteAsync($"{name}/notebooks/glossary.md", "# Glossary\n\n**Neuron**: what adds and bends.\n", ends);
            var file = folder.Write($"{name}/notebooks/one.ipynb", "var a = 1;\na + 41", "\"end\"");
            await WriteAsync($"{name}/notebooks/one.ipynb", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), ends);
            await RunWellAsync(folder.In(name), "book", "--no-page", "--output", "book");
        }

        var pages = Directory.GetFiles(folder.In("lf/book"), "*.html").Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(["glossary.html", "index.html", "one.html"], pages);
        foreach (var page in pages)
            Assert.Equal(Text("lf", page!), Text("crlf", page!));

        string Text(string name, string page) => File.ReadAllText(folder.In($"{name}/book/{page}")).ReplaceLineEndings("\n");
    }

    [Fact]
    public async Task Names_that_differ_by_case_alone_run_where_they_are_and_are_refused_where_they_would_be_one_file()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems have one file of such names.");
        Directory.CreateDirectory(folder.In("notebooks"));
        folder.Write("notebooks/Lines.ipynb", "\"upper\"");
        folder.Write("notebooks/lines.ipynb", "\"lower\"");
        const string Refusal = "notebooks/Lines.ipynb and notebooks/lines.ipynb would be one file there";

        await RunWellAsync(folder.Path, "run");

        Assert.Equal(["upper"], folder.Outputs("notebooks/Lines.ipynb", 0));
        Assert.Equal(["lower"], folder.Outputs("notebooks/lines.ipynb", 0));
        foreach (var call in (string[])["run", "book", "export --to html"])
        {
            var (status, output, problems) = await Cli.RunAsync(folder.Path, [.. call.Split(' '), "--output", "out"]);
            Assert.Equal((2, ""), (status, output));
            Assert.Contains(Refusal, problems, StringComparison.Ordinal);
            Assert.False(Directory.Exists(folder.In("out")));
        }
    }

    [Fact]
    public async Task Paths_of_more_than_260_letters_run_check_export_become_a_book_and_a_kernel()
    {
        var deep = Path.Combine([folder.Path, .. Enumerable.Range(0, 9).Select(i => $"a folder with a long name, é 笔记 {i}")]);
        Directory.CreateDirectory(Path.Combine(deep, "notebooks"));
        Assert.True(deep.Length > 260);
        var file = Path.Combine(deep, "notebooks", "one.ipynb");
        File.Copy(folder.Write("one.ipynb", "20 + 22"), file);

        await RunWellAsync(deep, "run");
        await RunWellAsync(deep, "check");
        await RunWellAsync(deep, "export", "--to", "cs", "--output", "programs");
        await RunWellAsync(deep, "book", "--no-page", "--output", "book");
        await RunWellAsync(deep, "kernel", "install", "--prefix", deep);

        Assert.Contains("42", NotebookDocument.Load(file).Cells[0].Outputs[0]!.ToJsonString(), StringComparison.Ordinal);
        string[] written = ["programs/one.cs", "book/one.html", "book/index.html"];
        Assert.All(written, name => Assert.True(File.Exists(Path.Combine(deep, name)), name));
        Assert.Single(Directory.GetFiles(deep, "kernel.json", SearchOption.AllDirectories));
    }

    private Task WriteAsync(string name, string text, string ends = "\r\n") =>
        File.WriteAllTextAsync(
            folder.In(name), text.ReplaceLineEndings(ends), new UTF8Encoding(false), TestContext.Current.CancellationToken);

    private static async Task RunWellAsync(string where, params string[] call)
    {
        var (status, output, problems) = await Cli.RunAsync(where, call);
        Assert.True(status == 0, $"{string.Join(' ', call)}: {output}{problems}");
    }
}
