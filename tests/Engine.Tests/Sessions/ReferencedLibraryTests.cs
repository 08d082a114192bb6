using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Engine.Tests.Sessions;

public sealed class ReferencedLibraryTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("reference-tests-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_library_prepares_itself_before_the_next_cell_runs()
    {
        var variable = $"PREPARED_{Guid.NewGuid():N}";
        Compile(
            "prepared",
            $$"""
            public static class Preparation
            {
                [System.Runtime.CompilerServices.ModuleInitializer]
                internal static void Run() => System.Environment.SetEnvironmentVariable("{{variable}}", "ready");
            }
            """);
        using var session = new TestSession(folder);

        Assert.Null((await session.Run("#r \"prepared.dll\"")).Result.Error);

        Assert.Equal("ready", (await session.Run($"Environment.GetEnvironmentVariable(\"{variable}\")")).Text);
    }

    [Fact]
    public async Task A_library_that_can_not_prepare_itself_stops_only_the_cell_that_uses_it()
    {
        Compile(
            "broken",
            """
            public static class Broken
            {
                public static int Value = 1;

                [System.Runtime.CompilerServices.ModuleInitializer]
                internal static void Run() => throw new System.InvalidOperationException("not today");
            }
            """);
        using var session = new TestSession(folder);

        Assert.Null((await session.Run("#r \"broken.dll\"")).Result.Error);
        Assert.Equal("2", (await session.Run("(1 + 1).ToString()")).Text);

        var error = (await session.Run("Broken.Value")).Error;
        Assert.Contains(error.Traceback, line => line.Contains("not today", StringComparison.Ordinal));
    }

    private void Compile(string name, string code)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            name, [CSharpSyntaxTree.ParseText(code)], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var emitted = compilation.Emit(Path.Combine(folder, $"{name}.dll"));
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
    }
}
