using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Book.Tests.Building;
using Book.Tests.Pages;
using Notebooks.Book;
using Notebooks.Book.Programs;
using Testing;

namespace Book.Tests.Machine;

/// <summary>How a published program becomes one script.</summary>
public sealed class PackingTests : IDisposable
{
    private const string Boot = "import.meta.url;var c=/*json-start*/SETTINGS/*json-end*/;export{a as dotnet,b};\n//# sourceMappingURL=x";
    private const string Settings = """
        {"mainAssemblyName":"A","resources":{"hash":"h","jsModuleNative":[{"name":"n.js"}],"jsModuleRuntime":[{"name":"r.js"}],
        "wasmNative":[{"name":"n.wasm","hash":"h"}],"coreAssembly":[{"name":"c.wasm"}],"assembly":[{"name":"a.wasm"}]}}
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("published ").FullName;

    public PackingTests()
    {
        Write("dotnet.js", Boot.Replace("SETTINGS", Settings, StringComparison.Ordinal));
        Write("n.js", "var x;\nexport default x;\nvar y;");
        Write("r.js", "export { p as q };");
        foreach (var name in new[] { "n.wasm", "c.wasm", "a.wasm" })
            Write(name, $"content of {name}");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Modules_become_functions_and_files_stand_beside_them_without_their_hashes()
    {
        var (worker, files) = Unpacked(PackedProgram.Script("machine", folder));
        Assert.Contains("address;var c=settings;const exported = { dotnet: a, b };", worker, StringComparison.Ordinal);
        Assert.Contains("const exported = { default: x };\nvar y;", worker, StringComparison.Ordinal);
        Assert.Contains("const exported = { q: p };", worker, StringComparison.Ordinal);
        Assert.DoesNotContain("\"hash\"", worker, StringComparison.Ordinal);
        Assert.DoesNotContain("sourceMappingURL", worker, StringComparison.Ordinal);
        Assert.Equal(
            ["n.wasm: content of n.wasm", "c.wasm: content of c.wasm", "a.wasm: content of a.wasm"],
            files.Select(file => $"{file.Key}: {Encoding.UTF8.GetString(file.Value)}"));
    }

    [Theory]
    [InlineData("dotnet.js", "/*json-start*/", "", "dotnet.js", "found 0 times settings")]
    [InlineData("dotnet.js", "\"coreAssembly\"", "\"icu\"", "dotnet.js", "found resources of the kind 'icu'")]
    [InlineData("dotnet.js", "\"jsModuleNative\":[{\"name\":\"n.js\"}],", "", "dotnet.js", "found resources without")]
    [InlineData("dotnet.js", "export{", "exports{", "dotnet.js", "found 0 exports")]
    [InlineData("n.js", "var y;", "\nexport { y };", "n.js", "found 2 exports")]
    [InlineData("n.js", "var y;", "import.meta.env", "n.js", "found import.meta, expected import.meta.url alone")]
    [InlineData("dotnet.js", "\"a.wasm\"", "\"b.wasm\"", "b.wasm", "found no such file")]
    public void What_is_not_as_the_SDK_writes_it_is_told_in_one_line(string file, string text, string instead, string bad, string found)
    {
        Write(file, File.ReadAllText(Path.Combine(folder, file)).Replace(text, instead, StringComparison.Ordinal));
        var error = Assert.Throws<BookException>(() => PackedProgram.Script("machine", folder));
        Assert.StartsWith($"{bad} of the SDK is not as expected: {found}", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public async Task The_books_own_has_no_path_of_this_machine_and_takes_less_than_2_MB_on_the_wire()
    {
        await MachinePage.AddressAsync();
        var script = await File.ReadAllBytesAsync(
            Path.Combine(await BuiltBook.FolderAsync(), "assets", "machine.js"), TestContext.Current.CancellationToken);
        var (worker, files) = Unpacked(script);
        foreach (var path in new[] { WorkingCopy.Root, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) })
        {
            var bytes = Encoding.UTF8.GetBytes(path + Path.DirectorySeparatorChar);
            Assert.All(files.Values.Append(Encoding.UTF8.GetBytes(worker)), content => Assert.Equal(-1, content.AsSpan().IndexOf(bytes)));
        }

        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(script);
        Assert.InRange(packed.Length, 1, 2_000_000);
    }

    [Fact]
    public async Task A_book_whose_program_cannot_be_compiled_is_made_without_it_and_says_why_in_one_line()
    {
        using var book = WithAFaultyProgram();
        Assert.True(await book.BuildAsync());
        Assert.Equal(3, book.Said.Count);
        Assert.StartsWith("C# in the book's pages: compiling it", book.Said[0], StringComparison.Ordinal);
        Assert.StartsWith(
            "C# in the book's pages: none, the book is made without it. 'dotnet publish None.csproj' failed: ",
            book.Said[2],
            StringComparison.Ordinal);
        Assert.DoesNotContain('\n', book.Said[2]);
        Assert.False(book.Has("assets/machine.js"));
        Assert.DoesNotContain("machine-src", book.Page("01-a.html"), StringComparison.Ordinal);

        await book.BuildAsync();
        Assert.Equal(3, book.Said.Count);
    }

    [Fact]
    public async Task Who_wants_to_read_does_not_wait_for_the_program()
    {
        using var book = WithAFaultyProgram();
        var read = new List<string>();
        book.WhenSaid = line => read.Add(book.Has("01-a.html") ? $"There: {line}" : "");

        await book.BuildAsync();

        Assert.Equal("", read[0]);
        var cover = Path.Combine(book.Output, "index.html");
        Assert.Equal($"There: The book can be read: {cover}. What its pages run is still being compiled.", read[1]);
        Assert.StartsWith("There: C# in the book's pages: none", read[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_a_mistake_in_the_books_settings()
    {
        using var book = new SampleBook().Notebook("01-a.ipynb", SampleBook.Prose("# A"))
            .File("notebooks/book.json", """{ "machine": "src/None/None.csproj" }""");
        var error = await Assert.ThrowsAsync<BookException>(book.BuildAsync);
        Assert.Equal(
            "notebooks/book.json: \"machine\" is 'src/None/None.csproj', where a project's file is expected; there is none.",
            error.Message);
    }

    private static SampleBook WithAFaultyProgram() => new SampleBook().Notebook("01-a.ipynb", SampleBook.Prose("# A"))
        .File("notebooks/book.json", """{ "machine": "src/None/None.csproj" }""")
        .File("src/None/None.csproj", "<Project Sdk=\"There.Is.None/1.0.0\" />")
        .File("src/None/NuGet.Config", "<configuration><packageSources><clear /></packageSources></configuration>");

    private static (string Worker, Dictionary<string, byte[]> Files) Unpacked(byte[] script)
    {
        var text = Encoding.UTF8.GetString(script);
        var json = JsonNode.Parse(text[(text.IndexOf(".machine=", StringComparison.Ordinal) + 9)..].TrimEnd().TrimEnd(';'))!;
        return (
            Encoding.UTF8.GetString(Content(json["script"]!)),
            json["files"]!.AsObject().ToDictionary(file => file.Key, file => Content(file.Value!)));
    }

    private static byte[] Content(JsonNode packed)
    {
        using var gzip = new GZipStream(new MemoryStream(Convert.FromBase64String(packed.GetValue<string>())), CompressionMode.Decompress);
        using var content = new MemoryStream();
        gzip.CopyTo(content);
        return content.ToArray();
    }

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(folder, name), content);
}
