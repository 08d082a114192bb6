using System.IO.Compression;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Notebooks.Tests.Packages;

/// <summary>A folder with a notebook's NuGet.Config, and a source of packages of which that file knows nothing else.</summary>
internal sealed class TestFeed : IDisposable
{
    public TestFeed()
    {
        Directory.CreateDirectory(Source);
        File.WriteAllText(Path.Combine(Folder, "NuGet.Config"), """
            <configuration>
              <packageSources><clear /><add key="tests" value="feed" /></packageSources>
              <config><add key="globalPackagesFolder" value="packages" /></config>
            </configuration>
            """);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("package tests ").FullName;

    public string Source => Path.Combine(Folder, "feed");

    /// <summary>Makes a package whose library calls its own native library: a copy, under another name, of one of the framework's.</summary>
    public void Add(string name, string version, string? needs = null)
    {
        using var package = new ZipArchive(File.Create(Path.Combine(Source, $"{name}.{version}.nupkg")), ZipArchiveMode.Create);
        Write(package, $"{name}.nuspec", writer => writer.Write($"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
              <id>{name}</id><version>{version}</version><authors>tests</authors><description>For tests.</description>
              <dependencies><group targetFramework="net10.0">{(needs is null ? "" : $"<dependency id=\"{needs}\" version=\"1.0.0\" />")}</group></dependencies>
            </metadata></package>
            """));
        using (var entry = package.CreateEntry($"lib/net10.0/{name}.dll").Open())
            entry.Write(Compile(name, version));
        var native = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "libSystem.Native.so");
        if (File.Exists(native))
            package.CreateEntryFromFile(native, $"runtimes/{RuntimeInformation.RuntimeIdentifier}/native/lib{name}Native.so");
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static void Write(ZipArchive package, string path, Action<StreamWriter> write)
    {
        using var writer = new StreamWriter(package.CreateEntry(path).Open());
        write(writer);
    }

    private static byte[] Compile(string name, string version)
    {
        var code = $$"""
            namespace {{name}};
            public static class Greeting
            {
                public static string Text => "hello from {{version}}";
                [System.Runtime.InteropServices.DllImport("{{name}}Native", EntryPoint = "SystemNative_GetPid")]
                public static extern int Native();
            }
            """;
        var compilation = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(code)],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        return image.ToArray();
    }
}
