using System.Text;
using Engine.Tests.Sessions;
using Notebooks.Packages;
using Notebooks.Sessions.Messages;
using Testing;

namespace Engine.Tests.Packages;

/// <summary>What packages bring for .NET Interactive in their folder <c>interactive-extensions/dotnet</c>.</summary>
public sealed class ExtensionTests : IDisposable
{
    private const string Folder = "interactive-extensions/dotnet";

    private readonly TestFeed feed = new();
    private readonly TestSession session;
    private readonly string name = $"extended{Guid.NewGuid():N}";

    public ExtensionTests()
    {
        session = new TestSession(feed.Folder);
        session.Session.PackageRestore = new SdkRestore(feed.Folder);
    }

    private string Place => $"{name}/1.0.0/{Folder}";

    public void Dispose()
    {
        session.Dispose();
        feed.Dispose();
    }

    [Fact]
    public async Task An_extension_is_loaded_before_the_cells_code_and_can_use_the_kernel()
    {
        Add("""
            Console.WriteLine("loaded into " + kernel.GetType().Name);
            Formatter.Register<Thing>((thing, writer) => writer.Write("<b>a thing</b>"), "text/html");
            await kernel.SendAsync(new Microsoft.DotNet.Interactive.Commands.SubmitCode("var fromExtension = 42;"));
            """);

        var run = await session.Run($"#r \"nuget: {name}, 1.0.0\"\nConsole.WriteLine(fromExtension);\nnew {name}.Thing()");

        Assert.Equal("<b>a thing</b>", run.Html);
        Assert.Equal([$"display:Loading extensions from `{Place}/{name}.Interactive.dll`", "stdout:loaded into CompositeKernel\n",
            "stdout:42\n"], run.Shown.SkipWhile(shown => !shown.Contains("Loading", StringComparison.Ordinal)));
        Assert.DoesNotContain(
            "Loading", string.Concat((await session.Run($"#r \"nuget: {name}, 1.0.0\"")).Shown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_extension_of_a_package_that_another_one_needs_is_loaded_too()
    {
        Add("""Console.WriteLine("loaded");""");
        feed.Add(name + "User", "1.0.0", needs: name);

        Assert.Contains("stdout:loaded\n", (await session.Run($"#r \"nuget: {name}User, 1.0.0\"")).Shown);
    }

    [Theory]
    [InlineData("throw new InvalidOperationException(\"no luck\");", "", "InvalidOperationException: no luck")]
    [InlineData(
        "await Task.CompletedTask;", "public Extension(int number) { }", "MissingMethodException: Cannot dynamically create an instance "
            + "of type 'Extension'. Reason: No parameterless constructor defined.")]
    [InlineData(
        "await Task.CompletedTask;", "public Extension() => throw new NotSupportedException(\"not "
            + "here\");", "NotSupportedException: not here")]
    public async Task An_extension_that_fails_fails_the_cell_with_the_packages_name_and_the_package_is_there(
        string code, string constructor, string reason)
    {
        Add(code, constructor);

        var run = await session.Run($"#r \"nuget: {name}, 1.0.0\"\nConsole.WriteLine(\"not reached\");");

        Assert.Equal(CellErrorNames.Package, run.Error.Name);
        Assert.Equal($"{name} 1.0.0: its extension in {name}.Interactive.dll failed: {reason}", run.Error.Message);
        Assert.DoesNotContain("not reached", string.Concat(run.Shown), StringComparison.Ordinal);
        Assert.Equal("5", (await session.Run($"new {name}.Thing().Number.ToString()")).Text);
    }

    [Fact]
    public async Task A_file_that_is_no_library_is_an_error_that_names_it()
    {
        Add("", file: ($"{Folder}/broken.dll", Encoding.UTF8.GetBytes("no library")));

        Assert.StartsWith($"{name} 1.0.0: its extension in broken.dll failed: BadImageFormatException: ",
            (await session.Run($"#r \"nuget: {name}, 1.0.0\"")).Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_is_run_before_the_cells_code()
    {
        Add("", file: ($"{Folder}/extension.dib", Encoding.UTF8.GetBytes(
            "#!markdown\n\n*prose*\n\n#!csharp\n\nvar fromScript = 42;\nConsole.WriteLine(\"in the script\");\n")));

        var run = await session.Run($"#r \"nuget: {name}, 1.0.0\"\nfromScript.ToString()");

        Assert.Equal("42", run.Text);
        Assert.Equal([$"display:Loading extension script from `{Place}/extension.dib`", "display:*prose*", "stdout:in the script\n"],
            run.Shown.SkipWhile(shown => !shown.Contains("Loading extension script", StringComparison.Ordinal))
                .Select(shown => shown.Replace("\n\n", "", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_script_that_fails_fails_the_cell_with_the_packages_name()
    {
        Add("", file: ($"{Folder}/extension.dib", Encoding.UTF8.GetBytes(
            "#!csharp\n\nthrow new InvalidOperationException(\"no luck\");\n")));

        Assert.Equal($"{name} 1.0.0: its extension script failed: InvalidOperationException: no luck",
            (await session.Run($"#r \"nuget: {name}, 1.0.0\"\n\"reached\"")).Error.Message);
        Assert.Equal("reached", (await session.Run($"#r \"nuget: {name}, 1.0.0\"\n\"reached\"")).Text);
    }

    /// <summary>Makes a package with a type, an extension beside it unless its code is empty, and a further file.</summary>
    private void Add(string code, string constructor = "", (string Path, byte[] Content)? file = null)
    {
        var thing = TestFeed.Library(name, $"namespace {name}; public class Thing {{ public int Number => 5; }}");
        List<(string, byte[])> files = [thing];
        if (code.Length > 0)
        {
            files.Add(TestFeed.Library(name + ".Interactive", $$"""
                using System;
                using System.Threading.Tasks;
                using Microsoft.DotNet.Interactive;
                using Microsoft.DotNet.Interactive.Formatting;
                using {{name}};
                public class Extension : IKernelExtension
                {
                    {{constructor}}
                    public async Task OnLoadAsync(Kernel kernel) { {{code}} }
                }
                public abstract class NoExtension : IKernelExtension { public abstract Task OnLoadAsync(Kernel kernel); }
                """, Folder, thing.Content));
        }

        if (file is { } further)
            files.Add(further);
        feed.Add(name, "1.0.0", needs: null, [.. files]);
    }
}
