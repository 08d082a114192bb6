using System.IO.Compression;
using System.Text;
using Testing;

namespace Conformance.Packages;

/// <summary>What is in the packages.</summary>
public sealed class PackageTests(PackedPackages packages)
{
    [Fact]
    public async Task Each_says_what_it_is_and_comes_with_readme_icon_and_licence()
    {
        foreach (var file in (await packages.FilesAsync()).Where(file => file.EndsWith(".nupkg", StringComparison.Ordinal)))
        {
            var about = PackedPackages.Metadata(file).Elements().ToLookup(part => part.Name.LocalName, part => part.Value);
            using var archive = PackedPackages.Open(file);

            Assert.Equal(("1.0.0", "MIT"), (about["version"].Single(), about["license"].Single()));
            Assert.NotEqual("Package Description", about["description"].Single());
            Assert.Contains($"# {about["id"].Single()}", Read(archive, about["readme"].Single()), StringComparison.Ordinal);
            Assert.True(archive.GetEntry(about["icon"].Single())!.Length > 1000, file);
        }
    }

    [Fact]
    public async Task There_are_four_libraries_with_symbols_and_a_tool()
    {
        var names = (await packages.FilesAsync()).Select(Path.GetFileName);

        string[] libraries = ["NeuralNets", "NeuralNets.Figures", "NeuralNets.Scratch", "NeuralNets.Torch"];
        Assert.Equal(
            libraries.SelectMany(name => new[] { $"{name}.1.0.0.nupkg", $"{name}.1.0.0.snupkg" })
                .Append("NeuralNets.Notebooks.1.0.0.nupkg").Order(StringComparer.Ordinal),
            names.Order(StringComparer.Ordinal));
        foreach (var library in libraries)
        {
            using var symbols = PackedPackages.Open(Path.Combine(packages.Feed, $"{library}.1.0.0.snupkg"));
            Assert.NotNull(symbols.GetEntry($"lib/net10.0/{library}.pdb"));
        }
    }

    [Fact]
    public async Task None_names_a_folder_of_the_machine_that_made_it()
    {
        string[] folders =
            [WorkingCopy.Root, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + Path.DirectorySeparatorChar];
        byte[][] wanted = [.. folders.SelectMany(folder => new[] { Encoding.UTF8.GetBytes(folder), Encoding.Unicode.GetBytes(folder) })];
        foreach (var file in await packages.FilesAsync())
        {
            using var archive = PackedPackages.Open(file);
            var naming = archive.Entries.Where(Names).ToList();
            Assert.True(naming.Count == 0, $"{Path.GetFileName(file)}: {string.Join(", ", naming)}");
        }

        bool Names(ZipArchiveEntry entry) => Array.Exists(wanted, folder => Bytes(entry).AsSpan().IndexOf(folder) >= 0);
    }

    [Fact]
    public async Task The_same_sources_give_the_same_packages()
    {
        // Beside the library lie those that its build has made, at another time.
        var beside = Directory.GetFiles(Path.Combine(WorkingCopy.LibraryOutput, "packages"));
        await packages.FilesAsync();

        Assert.Equal(4, beside.Length);
        Assert.All(beside, file => Assert.Equal(
            File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(packages.Feed, Path.GetFileName(file)))));
    }

    [Fact]
    public async Task A_library_s_package_asks_for_the_libtorch_of_the_system_it_is_restored_for()
    {
        await packages.FilesAsync();
        using var archive = PackedPackages.Open(Path.Combine(packages.Feed, "NeuralNets.Torch.1.0.0.nupkg"));
        var runtimes = System.Text.Json.Nodes.JsonNode.Parse(Read(archive, "runtime.json"))!["runtimes"]!.AsObject();

        Assert.Equal(["linux-x64", "win-x64", "win-arm64", "osx-arm64"], runtimes.Select(runtime => runtime.Key));
        Assert.All(runtimes, runtime => Assert.Equal(
            "2.10.0", runtime.Value!["NeuralNets.Torch"]![$"libtorch-cpu-{runtime.Key}"]!.GetValue<string>()));
    }

    private static string Read(ZipArchive archive, string name) => Encoding.UTF8.GetString(Bytes(archive.GetEntry(name)!));

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
