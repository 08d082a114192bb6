using FsCheck;
using FsCheck.Fluent;
using NeuralNets.Torch;

namespace NeuralNets.Tests.Torch;

public sealed class OlderLibstdcxxTests : IDisposable
{
    private readonly string cache = Directory.CreateTempSubdirectory("libstdcxx-tests-").FullName;

    private static readonly Config Quietly = Config.QuickThrowOnFailure.WithQuietOnSuccess(true);

    public void Dispose() => Directory.Delete(cache, recursive: true);

    [Fact]
    public void The_patch_changes_three_places_and_can_not_be_applied_twice()
    {
        var original = File.ReadAllBytes(Library());

        var patched = LibstdcxxPatch.Apply(original);

        // A flag, an index of two bytes whose high one is zero in both, and a name of at most four bytes.
        Assert.InRange(original.Zip(patched).Count(pair => pair.First != pair.Second), 3, 6);
        Assert.Equal(original.Length, patched.Length);
        Assert.Throws<InvalidDataException>(() => LibstdcxxPatch.Apply(patched));
    }

    [Fact]
    public void A_file_cut_short_anywhere_is_refused()
    {
        var original = File.ReadAllBytes(Library());
        Prop.ForAll(
            Gen.Choose(0, original.Length - 1).ToArbitrary(),
            length => Assert.Throws<InvalidDataException>(() => LibstdcxxPatch.Apply(original[..length])))
            .Check(Quietly);
    }

    [Fact]
    public void Damaged_headers_are_refused_or_harmless()
    {
        var original = File.ReadAllBytes(Library());
        var elf = new ElfFile(original);
        Assert.Same(original, elf.Bytes);
        var sections = (int)BitConverter.ToInt64(original, 40);
        var places = Gen.OneOf(Gen.Choose(0, 63), Gen.Choose(sections, original.Length - 1));
        Prop.ForAll(
            places.Zip(Gen.Choose(0, 255)).ToArbitrary(),
            damage =>
            {
                var (place, value) = damage;
                var damaged = (byte[])original.Clone();
                damaged[place] = (byte)value;
                Assert.True(Record.Exception(() => LibstdcxxPatch.Apply(damaged)) is null or InvalidDataException);
            })
            .Check(Quietly);
    }

    [Fact]
    public void Something_else_is_refused() =>
        Prop.ForAll<byte[]>(bytes => Assert.Throws<InvalidDataException>(() => LibstdcxxPatch.Apply(bytes ?? []))).Check(Quietly);

    [Fact]
    public void The_copy_is_made_once_and_used_again()
    {
        var first = OlderLibstdcxx.CopyFor(Library(), cache);
        var written = File.GetLastWriteTimeUtc(first);

        Assert.Equal(first, OlderLibstdcxx.CopyFor(Library(), cache));
        Assert.Equal(written, File.GetLastWriteTimeUtc(first));
        Assert.Equal(Path.GetFileName(Library()), Path.GetFileName(first));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    public void A_broken_copy_is_made_anew(int length)
    {
        var copy = OlderLibstdcxx.CopyFor(Library(), cache);
        var whole = File.ReadAllBytes(copy);
        File.WriteAllBytes(copy, whole[..length]);

        OlderLibstdcxx.CopyFor(Library(), cache);

        Assert.Equal(whole, File.ReadAllBytes(copy));
    }

    [Fact]
    public void Many_at_once_leave_one_whole_copy()
    {
        Parallel.For(0, 16, _ => OlderLibstdcxx.CopyFor(Library(), cache));
        Assert.Equal(LibstdcxxPatch.Apply(File.ReadAllBytes(Library())), File.ReadAllBytes(Assert.Single(Files())));
    }

    [Fact]
    public async Task Processes_that_start_at_once_with_an_empty_cache_all_work_and_leave_one_copy()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => ChildProcess.RunAsync("torch", ("XDG_CACHE_HOME", cache))));

        Assert.All(results, result => Assert.Equal((0, "15"), (result.ExitCode, result.Output)));
        Assert.SkipWhen(Files().Length == 0, "This system's libstdc++ is new enough: nothing to patch.");
        Assert.Single(Files());

        var next = await ChildProcess.RunAsync("torch", ("XDG_CACHE_HOME", cache));
        Assert.Equal(new(0, "15", ""), next);
        Assert.Contains(results, result => result.Error.Contains(Files()[0], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cache_that_can_not_be_written_to_is_told()
    {
        var file = Path.Combine(cache, "file");
        await File.WriteAllTextAsync(file, "in the way", TestContext.Current.CancellationToken);

        var error = Assert.Throws<LibtorchNotFoundException>(() => OlderLibstdcxx.CopyFor(Library(), file));

        Assert.Contains("What to do: let XDG_CACHE_HOME name a folder that can be written to", error.Message, StringComparison.Ordinal);
        Assert.Equal("in the way", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    /// <summary>TorchSharp's library for Linux: the package has it on every system.</summary>
    private static string Library() => Path.Combine(
        NativeFolders.FirstWith(["LibTorchSharp"], NativeFolders.Here.ForTorchSharp()), "..", "..", "linux-x64", "native",
            "libLibTorchSharp.so");

    private string[] Files() => Directory.GetFiles(cache, "*", SearchOption.AllDirectories);
}
