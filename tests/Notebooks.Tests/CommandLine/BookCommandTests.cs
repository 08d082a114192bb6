using Testing;

namespace Notebooks.Tests.CommandLine;

public sealed class BookCommandTests : IDisposable
{
    private readonly NotebookFolder folder = new();

    public BookCommandTests() => Directory.CreateDirectory(folder.In("notebooks"));

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_failed_notebook_gives_a_book_with_the_error_and_exit_status_1()
    {
        folder.Write("notebooks/01-well.ipynb", "Console.WriteLine(6 * 7);");
        folder.Write("notebooks/02-ill.ipynb", "1 + 1", "throw new InvalidOperationException(\"on purpose\");", "3");
        var book = await Cli.RunAsync(folder.Path, "book");
        Assert.Equal(1, book.ExitStatus);
        Assert.Contains(Path.Combine("artifacts", "book", "index.html"), book.Output, StringComparison.Ordinal);
        Assert.Contains("02-ill.ipynb, cell 2: InvalidOperationException: on purpose", book.Problems, StringComparison.Ordinal);
        Assert.Contains("42</pre>", await PageAsync("01-well.html"), StringComparison.Ordinal);
        Assert.Contains("on purpose", await PageAsync("02-ill.html"), StringComparison.Ordinal);
        Assert.Empty(folder.Outputs("notebooks/01-well.ipynb", 0));
    }

    [Fact]
    public async Task An_unknown_command_in_a_formula_fails_the_build_with_exit_status_2_and_writes_nothing()
    {
        folder.Write("notebooks/01-a.ipynb", "1");
        await File.WriteAllTextAsync(
            folder.In("notebooks/glossary.md"), "# Glossary\n\n$\\frobnicate$", TestContext.Current.CancellationToken);
        var book = await Cli.RunAsync(folder.Path, "book");
        Assert.Equal(2, book.ExitStatus);
        Assert.Contains(@"notebooks/glossary.md: The book cannot set the command '\frobnicate'", book.Problems, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.In("artifacts/book")));
    }

    [Fact]
    public async Task A_port_that_is_none_is_a_wrong_call()
    {
        folder.Write("notebooks/01-a.ipynb", "1");
        var book = await Cli.RunAsync(folder.Path, "book", "--watch", "--port", "seventy");
        Assert.Equal(2, book.ExitStatus);
        Assert.Contains("seventy", book.Problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_for_the_pages_that_cannot_be_compiled_is_told_in_a_line_and_no_page_leaves_it_out()
    {
        const string About = "C# in the book's pages: ";
        folder.Write("notebooks/01-a.ipynb", "1");
        await WriteAsync("notebooks/book.json", """{ "machine": "none.csproj" }""");
        await WriteAsync("none.csproj", "<Project Sdk=\"There.Is.None/1.0.0\" />");
        await WriteAsync("NuGet.Config", "<configuration><packageSources><clear /></packageSources></configuration>");
        Assert.DoesNotContain(About, (await Cli.RunAsync(folder.Path, "book", "--no-page")).Output, StringComparison.Ordinal);

        var book = await Cli.RunAsync(folder.Path, "book");
        Assert.Equal(0, book.ExitStatus);
        Assert.Contains(About + "compiling it to WebAssembly", book.Output, StringComparison.Ordinal);
        Assert.Contains(About + "none, the book is made without it.", book.Output, StringComparison.Ordinal);
    }

    private Task WriteAsync(string name, string content) =>
        File.WriteAllTextAsync(folder.In(name), content, TestContext.Current.CancellationToken);

    private Task<string> PageAsync(string name) =>
        File.ReadAllTextAsync(folder.In($"artifacts/book/{name}"), TestContext.Current.CancellationToken);
}
