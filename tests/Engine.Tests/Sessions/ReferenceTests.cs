using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Notebooks.Packages;
using Notebooks.Sessions.Compiling;
using Notebooks.Sessions.Messages;

namespace Engine.Tests.Sessions;

/// <summary>Two libraries beside each other in <c>lib</c>, the first of which needs the second; a notebook in <c>notebooks</c>.</summary>
public sealed class ReferenceTests : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("références ");
    private readonly string lib;
    private readonly TestSession session;

    public ReferenceTests()
    {
        lib = root.CreateSubdirectory("lib").FullName;
        Compile("Inner", "namespace Inner { public class Part { public string Name => \"part\"; } }");
        Compile("Outer", """
            namespace Outer
            {
                public class Whole : Inner.Part { public static string Where => typeof(Whole).Assembly.Location; }
                public static class Started { public static string Text = ""; [System.Runtime.CompilerServices.ModuleInitializer] public static void Start() => Text = "initialised"; }
            }
            """, "Inner");
        session = new TestSession(root.CreateSubdirectory("notebooks").FullName);
    }

    public void Dispose()
    {
        session.Dispose();
        root.Delete(recursive: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no library at all")]
    [InlineData("MZ")]
    public async Task A_file_that_is_no_library_is_an_error_of_the_cell_that_names_it(string content)
    {
        await File.WriteAllTextAsync(Path.Combine(lib, "broken.dll"), content, TestContext.Current.CancellationToken);
        var error = (await session.Run("#r \"../lib/broken.dll\"\n1 + 1")).Error;
        Assert.Contains("CS0009", error.Message, StringComparison.Ordinal);
        Assert.Contains("broken.dll", error.Message, StringComparison.Ordinal);
        Assert.Equal("fine", (await session.Run("\"fine\"")).Text);
    }

    [Fact]
    public async Task A_library_is_found_relative_to_the_notebook_with_what_it_needs_beside_it()
    {
        await session.Run("#r \"../lib/Outer.dll\"\nusing Outer;");

        Assert.Equal("part", (await session.Run("new Whole().Name")).Text);
        Assert.Equal("part", (await session.Run("new Inner.Part().Name")).Text);
        Assert.Equal("initialised", (await session.Run("Started.Text")).Text);
        Assert.Equal(Path.Combine(lib, "Outer.dll"), (await session.Run("Whole.Where")).Text);
    }

    [Fact]
    public async Task A_library_that_is_compiled_against_can_be_replaced_by_a_build()
    {
        await session.Run("#r \"../lib/Outer.dll\"\nstring F(Outer.Whole whole) => \"\";");

        using var replaced = new FileStream(Path.Combine(lib, "Outer.dll"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.True(replaced.CanWrite);
    }

    [Fact]
    public async Task A_missing_library_says_what_was_looked_for_where_and_what_to_do()
    {
        var error = (await session.Run("#r \"../lib/Missing.dll\"\n1")).Error;

        Assert.Contains("'../lib/Missing.dll' could not be found", error.Message, StringComparison.Ordinal);
        Assert.Contains($"relative paths start at {Path.Combine(root.FullName, "notebooks")}; build the library first", error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reference_below_code_says_where_it_belongs() =>
        Assert.Contains("put it at the top of the cell", (await session.Run("var x = 1;\n#r \"../lib/Outer.dll\"")).Error.Message,
            StringComparison.Ordinal);

    [Fact]
    public async Task A_library_may_bring_another_version_of_what_the_engine_itself_uses()
    {
        Compile("Markdig", "namespace Markdig { public static class Mine { public static string Text => \"the reader's own\"; } }");
        await session.Run("#r \"../lib/Markdig.dll\"");

        Assert.Equal("the reader's own", (await session.Run("Markdig.Mine.Text")).Text);
    }

    [Fact]
    public async Task The_engine_itself_is_not_visible() =>
        Assert.False((await session.Run("Notebooks.Sessions.CellErrorNames.Package")).Result.Succeeded);

    [Fact]
    public async Task A_package_without_anybody_to_fetch_it_is_an_error()
    {
        var error = (await session.Run("#r \"nuget: Some.Package, 1.2.3\"\n1")).Error;

        Assert.Equal(CellErrorNames.Package, error.Name);
        Assert.Equal("Some.Package 1.2.3: NuGet packages cannot be had in this session.", error.Message);
    }

    [Fact]
    public async Task Packages_are_fetched_and_used_in_the_same_cell()
    {
        var restore = new FakeRestore(
            new RestoredPackage("Some.Package", "1.2.3", lib, [Path.Combine(lib, "Outer.dll")], []),
            new RestoredPackage("Other", "4.5.6", lib, [], []));
        session.Session.PackageRestore = restore;
        var run = await session.Run(
            "#i \"nuget: https://example.org/index.json\"\n#r \"nuget: Some.Package, 1.2.3\"\n#r \"nuget:Other\"\nnew Outer.Whole().Name");

        Assert.Equal("part", run.Text);
        Assert.Contains("<li><span>Some.Package, fetching</span></li>", run.Shown.First(), StringComparison.Ordinal);
        Assert.Contains(
            "<li><span>Other, 4.5.6</span></li><li><span>Some.Package, 1.2.3</span></li>", run.Shown.Last(), StringComparison.Ordinal);
        Assert.Equal([new PackageRequest("Some.Package", "1.2.3"), new PackageRequest("Other", null)], restore.Order.Packages);
        Assert.Equal(["https://example.org/index.json"], restore.Order.Sources);
    }

    [Fact]
    public async Task A_package_that_cannot_be_had_fails_its_cell_only()
    {
        session.Session.PackageRestore = new FakeRestore();

        Assert.Equal("Some.Package: no such package", (await session.Run("#r \"nuget: Some.Package\"")).Error.Message);
        Assert.Equal("next", (await session.Run("\"next\"")).Text);
    }

    [Fact]
    public async Task The_scope_tells_language_services_what_the_next_cell_sees()
    {
        await session.Run("#r \"../lib/Outer.dll\"\nvar whole = new Outer.Whole();");
        await session.Run("nonsense");
        var scope = session.Scope;
        var tree = CSharpSyntaxTree.ParseText(
            "whole.Name", CellLanguage.ParseOptions, cancellationToken: TestContext.Current.CancellationToken);
        var next = CSharpCompilation.CreateScriptCompilation(
            "next", tree, scope.References, scope.CompilationOptions, scope.Last, typeof(object));

        Assert.Empty(next.GetDiagnostics(TestContext.Current.CancellationToken));
        Assert.Single(scope.Cells);
    }

    private void Compile(string name, string code, params string[] needs)
    {
        var framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is "System.Runtime.dll" or "System.Private.CoreLib.dll");
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(code, cancellationToken: TestContext.Current.CancellationToken)],
            framework.Concat(needs.Select(need => Path.Combine(lib, need + ".dll"))).Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var file = File.Create(Path.Combine(lib, name + ".dll"));
        Assert.True(compilation.Emit(file, cancellationToken: TestContext.Current.CancellationToken).Success);
    }

    private sealed class FakeRestore(params RestoredPackage[] restored) : IPackageRestore
    {
        public PackageOrder Order { get; private set; } = new([], [], []);

        public Task<IReadOnlyList<RestoredPackage>> RestoreAsync(
            PackageOrder order, Action<string> progress, CancellationToken cancellationToken)
        {
            Order = order;
            progress("fetching");
            return restored.Length == 0
                ? throw new PackageException("Some.Package: no such package")
                : Task.FromResult<IReadOnlyList<RestoredPackage>>(restored);
        }
    }
}
