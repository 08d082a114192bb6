using System.Text;
using NeuralNets.Torch;

namespace NeuralNets.Tests.Torch;

public sealed class PackageFoldersTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("packages-tests-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("NeuralNets")]
    [InlineData("NeuralNets.Figures")]
    [InlineData("NeuralNets.Torch")]
    public void The_library_carries_no_folder_of_the_machine_that_built_it(string library)
    {
        var bytes = File.ReadAllBytes(Path.Combine(WorkingCopy.LibraryOutput, $"{library}.dll"));
        var repository = Path.GetFullPath(Path.Combine(WorkingCopy.LibraryOutput, "..", "..", ".."));
        foreach (var absolute in PackageFolders.For(WorkingCopy.LibraryOutput).Append(repository))
        {
            foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode })
                Assert.True(bytes.AsSpan().IndexOf(encoding.GetBytes(absolute)) < 0, $"{library}.dll names {absolute}.");
        }
    }

    [Fact]
    public void The_packages_lie_where_the_build_wrote_down()
    {
        var packages = File.ReadAllLines(Path.Combine(WorkingCopy.LibraryOutput, PackageFolders.Record));
        var folders = new NativeFolders(WorkingCopy.LibraryOutput);
        foreach (var found in new[] { NativeFolders.FirstWith(["LibTorchSharp"], folders.ForTorchSharp()),
            NativeFolders.FirstWith(["torch_cpu", "c10", "torch"], folders.WithoutChoice()) })
            Assert.Contains(packages, p => found.StartsWith(p, StringComparison.Ordinal));
    }

    [Fact]
    public void Those_of_the_build_come_before_those_of_the_user()
    {
        File.WriteAllLines(Path.Combine(folder, PackageFolders.Record),
            [Path.Combine(folder, "first") + Path.DirectorySeparatorChar, Path.Combine(folder, "fallback")]);
        Assert.Equal([Path.Combine(folder, "first"), Path.Combine(folder, "fallback")], PackageFolders.For(folder).Take(2));
    }

    [Fact]
    public void A_library_from_a_package_looks_beside_that_package_first()
    {
        var library = Path.Combine(folder, "neuralnets.torch", "1.0.0", "lib", "net10.0");

        Assert.Equal(folder, PackageFolders.For(library).First());
    }

    [Fact]
    public void Folders_that_NuGet_falls_back_to_come_before_the_one_in_the_users_home()
    {
        var before = Environment.GetEnvironmentVariable("NUGET_FALLBACK_PACKAGES");
        try
        {
            string[] fallbacks = [Path.Combine(folder, "one"), Path.Combine(folder, "two")];
            Environment.SetEnvironmentVariable("NUGET_FALLBACK_PACKAGES", string.Join(';', fallbacks));

            Assert.Equal(fallbacks, PackageFolders.For(folder).SkipLast(1).TakeLast(2));
        }
        finally
        {
            Environment.SetEnvironmentVariable("NUGET_FALLBACK_PACKAGES", before);
        }
    }

    [Fact]
    public void A_library_that_was_moved_finds_the_packages_of_the_user_and_says_where_it_looked()
    {
        Assert.NotEmpty(PackageFolders.For(folder));
        File.WriteAllText(Path.Combine(folder, PackageFolders.Record), Path.Combine(folder, "gone"));
        var error = Assert.Throws<LibtorchNotFoundException>(() => NativeFolders.FirstWith(["no such library"], new NativeFolders(folder)
            .ForTorchSharp()));
        foreach (var packages in PackageFolders.For(folder))
            Assert.Contains(Path.Combine(packages, "torchsharp"), error.Message, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(folder, "gone"), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_of_the_library_without_its_record_still_loads_libtorch()
    {
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory).Where(f => Path.GetFileName(f) != PackageFolders.Record))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        var packages = await File.ReadAllLinesAsync(
            Path.Combine(WorkingCopy.LibraryOutput, PackageFolders.Record), TestContext.Current.CancellationToken);

        var result = await ChildProcess.RunCopyAsync(folder, "torch", ("NUGET_PACKAGES", packages[0]));

        Assert.Equal((0, "15"), (result.ExitCode, result.Output));
    }
}
