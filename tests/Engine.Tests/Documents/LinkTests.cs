using System.Diagnostics;
using Notebooks.Documents;

namespace Engine.Tests.Documents;

/// <summary>A file that is named by a link is written where the link leads, and the link stays.</summary>
public sealed class LinkTests : IDisposable
{
    private static readonly byte[] New = "new"u8.ToArray();
    private readonly string folder = Directory.CreateTempSubdirectory("links é ").FullName;

    public LinkTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a right of their own on Windows");
        Directory.CreateDirectory(In("there/deep"));
        Directory.CreateDirectory(In("here"));
        File.WriteAllText(In("there/deep/n.ipynb"), "old");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("here/l.ipynb", "here/l.ipynb > ../there/deep/n.ipynb")]
    [InlineData(
        "here/l.ipynb", "here/l.ipynb > second.ipynb", "here/second.ipynb > ../there/third.ipynb", "there/third.ipynb > deep/n.ipynb")]
    [InlineData("l.ipynb", "l.ipynb > ./there//deep/n.ipynb")]
    [InlineData("here/folder/n.ipynb", "here/folder > ../there/deep")]
    [InlineData(
        "here/folder/l.ipynb", "here/folder > ../there/deep", "there/deep/l.ipynb > ../middle.ipynb", "there/middle.ipynb > deep/n.ipynb")]
    [InlineData("here/absolute.ipynb", "here/absolute.ipynb > FOLDER/there/deep/n.ipynb")]
    public void The_target_is_replaced_and_each_link_stays(string path, params string[] links)
    {
        Make(links);

        AtomicFile.Write(In(path), New);

        Assert.Equal("new", File.ReadAllText(In("there/deep/n.ipynb")));
        AssertLinksStay(links);
        AssertNothingElse(4 + links.Length);
    }

    [Fact]
    public void A_link_to_a_file_that_is_not_there_yet_makes_it()
    {
        Make("l.ipynb > there/new.ipynb");

        AtomicFile.Write(In("l.ipynb"), New);

        Assert.Equal("new", File.ReadAllText(In("there/new.ipynb")));
        AssertLinksStay("l.ipynb > there/new.ipynb");
    }

    [Fact]
    public void A_link_into_a_folder_that_is_not_there_is_an_error_and_stays()
    {
        Make("l.ipynb > nowhere/new.ipynb");

        var error = Assert.Throws<DocumentException>(() => AtomicFile.Write(In("l.ipynb"), New));

        Assert.StartsWith($"{In("l.ipynb")}: cannot be written: ", error.Message, StringComparison.Ordinal);
        AssertLinksStay("l.ipynb > nowhere/new.ipynb");
        AssertNothingElse(5);
    }

    [Fact]
    public void Links_in_a_circle_are_an_error()
    {
        Make("a.ipynb > b.ipynb", "b.ipynb > a.ipynb");

        Assert.Equal($"{In("a.ipynb")}: cannot be written: its links go in a circle",
            Assert.Throws<DocumentException>(() => AtomicFile.Write(In("a.ipynb"), New)).Message);
    }

    [Fact]
    public void A_broken_link_cannot_be_read_and_says_where_it_leads()
    {
        Make("l.ipynb > there/new.ipynb");

        Assert.Equal($"{In("l.ipynb")}: a link to there/new.ipynb, where no file is",
            Assert.Throws<DocumentException>(() => NotebookDocument.Load(In("l.ipynb"))).Message);
    }

    [Fact]
    public void The_other_names_of_a_file_have_the_new_content_too()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux is asked for names");
        Process.Start("ln", [In("there/deep/n.ipynb"), In("here/hard.ipynb")]).WaitForExit();

        AtomicFile.Write(In("here/hard.ipynb"), New);

        Assert.Equal("new", File.ReadAllText(In("there/deep/n.ipynb")));
        Assert.Equal("new", File.ReadAllText(In("here/hard.ipynb")));
        AssertNothingElse(5);
    }

    [Fact]
    public void A_file_that_is_a_mount_point_is_written_over()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs Linux' mounts");
        File.WriteAllText(In("mounted.ipynb"), "");
        using var mount = Process.Start(new ProcessStartInfo("mount", ["--bind", In("there/deep/n.ipynb"), In("mounted.ipynb")])
        {
            RedirectStandardError = true,
        })!;
        mount.WaitForExit();
        Assert.SkipWhen(mount.ExitCode != 0, $"mount said: {mount.StandardError.ReadToEnd()}");
        try
        {
            AtomicFile.Write(In("mounted.ipynb"), New);
        }
        finally
        {
            Process.Start("umount", [In("mounted.ipynb")]).WaitForExit();
        }

        Assert.Equal("new", File.ReadAllText(In("there/deep/n.ipynb")));
        AssertNothingElse(5);
    }

    private string In(string path) => Path.Combine(folder, path);

    private void Make(params string[] links)
    {
        foreach (var link in links.Select(link => link.Split(" > ")))
            File.CreateSymbolicLink(In(link[0]), Target(link[1]));
    }

    private string Target(string written) => written.Replace("FOLDER", folder, StringComparison.Ordinal);

    private void AssertLinksStay(params string[] links) => Assert.All(links.Select(link => link.Split(" > ")), link =>
        Assert.Equal(Target(link[1]), new FileInfo(In(link[0])).LinkTarget));

    private void AssertNothingElse(int count) => Assert.Equal(count, Entries(folder).Count());

    private static IEnumerable<string> Entries(string folder) => Directory.GetFileSystemEntries(folder).SelectMany(entry =>
        Directory.Exists(entry) && new FileInfo(entry).LinkTarget is null ? Entries(entry).Prepend(entry) : [entry]);
}
