using System.IO.Compression;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Testing;

/// <summary>A folder with a notebook's NuGet.Config, and a source of packages of which that file knows nothing else.</summary>
public sealed class TestFeed : IDisposable
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

    /// <summary>
    /// Makes a package whose library greets with its version, and calls a native library of its own; it may need another
    /// package, of version 1.0.0 or, written <c>Name/2.0.0</c>, of that.
    /// </summary>
    public void Add(string name, string version, string? needs = null) => Add(name, version, needs, Library(name, $$"""
        namespace {{name}};
        public static class Greeting
        {
            public static string Text => "hello from {{version}}";
            [System.Runtime.InteropServices.DllImport("{{name}}Native", EntryPoint = "SystemNative_GetPid")]
            public static extern int Native();
        }
        """), Native(name));

    /// <summary>Makes a package of these files.</summary>
    public void Add(string name, string version, string? needs, params (string Path, byte[] Content)[] files)
    {
        using var package = new ZipArchive(File.Create(Path.Combine(Source, $"{name}.{version}.nupkg")), ZipArchiveMode.Create);
        var needed = needs?.Split('/');
        Write(package, $"{name}.nuspec", System.Text.Encoding.UTF8.GetBytes($"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
              <id>{name}</id><version>{version}</version><authors>tests</authors><description>For tests.</description>
              <dependencies><group targetFramework="net10.0">{(needed is null ? "" : $"<dependency id=\"{needed[0]}\" version=\"{needed.ElementAtOrDefault(1) ?? "1.0.0"}\" />")}</group></dependencies>
            </metadata></package>
            """));
        foreach (var (path, content) in files)
            Write(package, path, content);
    }

    /// <summary>A library for the running framework, which may use .NET Interactive and other libraries.</summary>
    public static (string Path, byte[] Content) Library(
        string name, string code, string folder = "lib/net10.0", params byte[][] references) =>
        ($"{folder}/{name}.dll", Compile(name, code, references));

    /// <summary>A native library: a copy, under another name, of one of the framework's.</summary>
    public static (string Path, byte[] Content) Native(string name)
    {
        var native = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "libSystem.Native.so");
        return ($"runtimes/{RuntimeInformation.RuntimeIdentifier}/native/lib{name}Native.so", File.Exists(native)
            ? File.ReadAllBytes(native)
            : []);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static void Write(ZipArchive package, string path, byte[] content)
    {
        using var entry = package.CreateEntry(path).Open();
        entry.Write(content);
    }

    private static byte[] Compile(string name, string code, byte[][] references)
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(IsNeeded)
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(code)],
            platform.Concat(references.Select(image => MetadataReference.CreateFromImage(image))),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        return emitted.Success ? image.ToArray() : throw new ArgumentException(string.Join('\n', emitted.Diagnostics), nameof(code));
    }

    private static bool IsNeeded(string path) =>
        Path.GetFileName(path) is "System.Runtime.dll" or "System.Private.CoreLib.dll" or "System.Console.dll" or "netstandard.dll"
        || Path.GetFileName(path).StartsWith("Microsoft.DotNet.Interactive", StringComparison.Ordinal);
}
