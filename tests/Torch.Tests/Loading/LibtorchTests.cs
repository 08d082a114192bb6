using NeuralNets.Torch;

namespace NeuralNets.Tests.Torch;

public sealed class LibtorchTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("libtorch-tests-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_program_that_has_loaded_the_library_uses_torch_at_once()
    {
        var result = await ChildProcess.RunAsync("torch");
        Assert.Equal((0, "15"), (result.ExitCode, result.Output));
    }

    [Fact]
    public async Task A_cell_that_uses_TorchSharp_before_the_library_finds_libtorch_and_copies_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets no ordinary user make links.");

        var result = await ChildProcess.RunAsync("TorchSharp first");

        Assert.Equal(new(0, "42", ""), result);
        var links = new DirectoryInfo(Path.Combine(WorkingCopy.LibraryOutput, "cpu"));
        Assert.NotNull(links.LinkTarget);
        Assert.All(links.EnumerateFiles(), file => Assert.NotNull(file.LinkTarget));
    }

    [Fact]
    public async Task A_program_that_never_touches_torch_gets_no_error()
    {
        var result = await ChildProcess.RunAsync("no torch", ("NEURALNETS_LIBTORCH", folder));
        Assert.Equal(new(0, "Libtorch", ""), result);
    }

    [Fact]
    public async Task A_wrong_folder_is_told_at_torchs_first_use_and_again_at_the_next()
    {
        var result = await ChildProcess.RunAsync("twice", ("NEURALNETS_LIBTORCH", folder));

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(2, result.Output.Split("LibtorchNotFoundException: libtorch cannot be loaded: ").Length - 1);
        Assert.Contains($"{folder}: no {NativeFile.Named("torch_cpu")}, ", result.Output, StringComparison.Ordinal);
        Assert.Contains($"NEURALNETS_LIBTORCH is '{folder}'. What to do: ", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("TorchSharp-cpu", result.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(AppContext.BaseDirectory, "cpu")), "TorchSharp's own loader has copied libtorch.");
    }

    [Fact]
    public async Task Files_that_are_no_libraries_are_named()
    {
        foreach (var name in (string[])["c10", "torch_cpu", "torch"])
            await File.WriteAllTextAsync(Path.Combine(folder, NativeFile.Named(name)), "no library", TestContext.Current.CancellationToken);

        var result = await ChildProcess.RunAsync("load", ("NEURALNETS_LIBTORCH", folder));

        Assert.StartsWith(
            $"LibtorchNotFoundException: libtorch cannot be loaded: {NativeFile.Named("c10")} was found, but the system does not load it.",
            result.Output,
            StringComparison.Ordinal);
        Assert.Contains("The system says: ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_PyTorch_is_refused()
    {
        var lib = Directory.CreateDirectory(Path.Combine(folder, "lib")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "version.py"), "__version__ = '2.9.1+cu128'\ndebug = False\n",
            TestContext.Current.CancellationToken);
        foreach (var name in (string[])["c10", "torch_cpu", "torch"])
            await File.WriteAllTextAsync(Path.Combine(lib, NativeFile.Named(name)), "old", TestContext.Current.CancellationToken);

        var result = await ChildProcess.RunAsync("load", ("NEURALNETS_LIBTORCH", lib));

        Assert.Contains("PyTorch 2.9 was found, TorchSharp needs 2.10 or newer.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_packages_are_told_with_every_place_that_was_tried()
    {
        var (nowhere, partly) = (Path.Combine(folder, "nowhere"), Path.Combine(folder, "partly"));
        Directory.CreateDirectory(partly);
        await File.WriteAllTextAsync(Path.Combine(partly, NativeFile.Named("c10")), "", TestContext.Current.CancellationToken);

        var error = Assert.Throws<LibtorchNotFoundException>(() => NativeFolders.FirstWith(["torch_cpu", "c10"], [nowhere, partly]));

        Assert.Equal(
            $"""
            libtorch cannot be loaded: {NativeFile.Named("torch_cpu")} was not found.
            Tried:
              {nowhere}: no such folder
              {partly}: no {NativeFile.Named("torch_cpu")}
            What to do: run 'dotnet restore' in the repository, which fetches the libtorch of this system;
            """ + $" elsewhere add the package libtorch-cpu-{NativeFolders.Rid} {NativeFolders.VersionOf("Libtorch")};"
                + " or set NEURALNETS_LIBTORCH to the 'lib' folder of a PyTorch 2.10 or newer.",
            error.Message);
    }

    [Theory]
    [InlineData("", "1")]
    [InlineData("2", "2")]
    public async Task One_thread_is_the_default_and_the_usual_variable_overrules_it(string variable, string threads)
    {
        var result = await ChildProcess.RunAsync("threads", ("OMP_NUM_THREADS", variable));
        Assert.Equal(threads, result.Output);
    }

    [Fact]
    public void The_natives_stay_in_the_package_folder() =>
        Assert.Empty(Directory.EnumerateFiles(AppContext.BaseDirectory, "*torch_cpu.*", SearchOption.AllDirectories));

    [Fact]
    public void The_output_folder_is_smaller_than_80_MB() =>
        Assert.InRange(new DirectoryInfo(AppContext.BaseDirectory).EnumerateFiles("*", SearchOption.AllDirectories)
            .Sum(f => f.Length), 0, 80_000_000);
}
