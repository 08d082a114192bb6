using System.IO.Compression;
using System.Xml.Linq;
using Conformance.Packages;
using Notebooks.Platform;
using Testing;

[assembly: AssemblyFixture(typeof(PackedPackages))]

namespace Conformance.Packages;

/// <summary>
/// The packages of this working copy as <c>dotnet pack</c> makes them, in a feed of these tests, and the tool installed from
/// there. What they need is taken from this user's packages; what is restored lands in a folder of the tests.
/// </summary>
public sealed class PackedPackages : IDisposable
{
    /// <summary>The projects that are packages.</summary>
    public static readonly string[] Projects = ["Figures", "NeuralNets", "Notebooks", "Scratch", "Torch"];

    private readonly Lazy<Task> packed;
    private readonly Lazy<Task<string>> tool;

    /// <summary>Nothing is made yet.</summary>
    public PackedPackages()
    {
        packed = new(PackAsync);
        tool = new(InstallAsync);
    }

    /// <summary>A folder for files of a test.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("packages ").FullName;

    /// <summary>The folder with the packages.</summary>
    public string Feed => Path.Combine(Folder, "feed");

    /// <summary>What keeps a process's packages apart from this user's.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["NUGET_PACKAGES"] = Path.Combine(Folder, "restored"),
        ["NUGET_FALLBACK_PACKAGES"] = UsersPackages,
        ["XDG_DATA_HOME"] = Path.Combine(Folder, "data"),
    };

    private static string UsersPackages => System.Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
        ? folder
        : Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>All files of packages and of their symbols.</summary>
    public async Task<IReadOnlyList<string>> FilesAsync()
    {
        await packed.Value;
        return [.. Directory.GetFiles(Feed).Order(StringComparer.Ordinal)];
    }

    /// <summary>The tool's executable.</summary>
    public Task<string> ToolAsync() => tool.Value;

    /// <summary>Runs the tool as a user does.</summary>
    public async Task<(int Status, string Output)> RunToolAsync(string folder, params string[] arguments) =>
        await RunAsync(new(await ToolAsync(), arguments) { WorkingDirectory = folder });

    /// <summary>Calls <c>dotnet</c>, after all is packed, with the packages' folders of these tests.</summary>
    public async Task<(int Status, string Output)> RunDotNetAsync(string folder, params IEnumerable<string> arguments)
    {
        await packed.Value;
        return await RunAsync(DotNetCommand.StartInfo(folder, arguments));
    }

    /// <summary>A package, or another zip.</summary>
    public static ZipArchive Open(string file) => ZipFile.OpenRead(file);

    /// <summary>A package's description of itself.</summary>
    public static XElement Metadata(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        using var stream = archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(stream).Root!.Elements().Single();
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static Task<(int Status, string Output)> CallAsync(System.Diagnostics.ProcessStartInfo start) =>
        Command.RunAsync(start, TestContext.Current.CancellationToken);

    private async Task<(int Status, string Output)> RunAsync(System.Diagnostics.ProcessStartInfo start)
    {
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        return await CallAsync(start);
    }

    // All in one process, from what is built already.
    private async Task PackAsync()
    {
        var configuration = Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)))!;
        var projects = string.Join(';', Projects.Select(name => Path.Combine(WorkingCopy.Root, "src", name, $"{name}.csproj")));
        var all = Path.Combine(Folder, "all.proj");
        await File.WriteAllTextAsync(all, new XElement("Project", new XElement("Target", new XAttribute("Name", "Pack"),
            new XElement("MSBuild", new XAttribute("Projects", projects), new XAttribute("Targets", "Pack"),
                new XAttribute("Properties", $"Configuration={configuration};NoBuild=true;PackageOutputPath={Feed}")))).ToString());
        var (status, output) = await CallAsync(DotNetCommand.StartInfo(Folder, "msbuild", all, "-nologo", "-nodeReuse:false"));
        Assert.True(status == 0, output);
    }

    private async Task<string> InstallAsync()
    {
        await packed.Value;
        var place = Path.Combine(Folder, "tool");
        await File.WriteAllTextAsync(Path.Combine(Folder, "nuget.config"), """
            <configuration><packageSources><clear /><add key="feed" value="feed" /></packageSources></configuration>
            """);
        var (status, output) = await RunAsync(
            DotNetCommand.StartInfo(Folder, "tool", "install", "NeuralNets.Notebooks", "--tool-path", place));
        Assert.True(status == 0, output);
        return Path.Combine(place, OperatingSystem.IsWindows() ? "notebooks.exe" : "notebooks");
    }
}
