using Notebooks.Documents;

namespace Engine.Tests.Documents;

public sealed class AtomicFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("atomic file é ").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_content_is_replaced_and_nothing_else_is_left()
    {
        var path = Path.Combine(folder, "n.ipynb");
        File.WriteAllText(path, "old");

        AtomicFile.Write(path, "new"u8.ToArray());

        Assert.Equal("new", File.ReadAllText(path));
        Assert.Single(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public void A_new_file_is_written()
    {
        var path = Path.Combine(folder, "new.ipynb");

        AtomicFile.Write(path, "new"u8.ToArray());

        Assert.Equal("new", File.ReadAllText(path));
    }

    [Fact]
    public void The_same_content_leaves_the_file_untouched()
    {
        var path = Path.Combine(folder, "n.ipynb");
        File.WriteAllText(path, "same");
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch);

        AtomicFile.Write(path, "same"u8.ToArray());

        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(path));
    }

    [Fact]
    public void Permissions_and_symbolic_links_stay()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such permissions");
        var path = Path.Combine(folder, "n.ipynb");
        var link = Path.Combine(folder, "link.ipynb");
        File.WriteAllText(path, "old");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        File.CreateSymbolicLink(link, path);

        AtomicFile.Write(link, "new"u8.ToArray());

        Assert.Equal("new", File.ReadAllText(path));
        Assert.NotNull(new FileInfo(link).LinkTarget);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, File.GetUnixFileMode(path));
    }

    [Fact]
    public void A_folder_in_its_place_is_an_error_that_names_it()
    {
        var error = Assert.Throws<DocumentException>(() => AtomicFile.Write(folder, "new"u8.ToArray()));

        Assert.StartsWith($"{folder}: cannot be written: ", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public void A_missing_folder_is_an_error()
    {
        var path = Path.Combine(folder, "no", "n.ipynb");

        Assert.Contains(
            "cannot be written", Assert.Throws<DocumentException>(() => AtomicFile.Write(path, [1])).Message, StringComparison.Ordinal);
    }
}
