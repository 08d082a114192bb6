using Testing;

namespace Engine.Tests.Sessions;

/// <summary>A library that is loaded stays, whatever happens to its file: a cell should know.</summary>
public sealed class RebuiltLibraryTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("rebuilt ").FullName;
    private readonly string name = $"Library{Guid.NewGuid():N}";
    private readonly TestSession session;

    public RebuiltLibraryTests() => session = new TestSession(folder);

    private string File => Path.Combine(folder, $"{name}.dll");

    public void Dispose()
    {
        session.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("#r")]
    [InlineData("//")]
    public async Task One_that_is_built_anew_is_said_once(string line)
    {
        Build(File, "1");
        Assert.Equal("1", (await session.Run($"#r \"{name}.dll\"\nLibrary.Version")).Text);
        Build(File, "2");

        var run = await session.Run($"{line} \"{name}.dll\"\nLibrary.Version");

        Assert.Equal("1", run.Text);
        Assert.Equal([$"stderr:{File} has changed since it was loaded: the old code goes on. Restart to use the new.\n"], run.Shown);
        Assert.Empty((await session.Run("Library.Version")).Shown);
    }

    [Fact]
    public async Task One_that_is_only_copied_anew_is_the_same()
    {
        Build(File, "1");
        await session.Run($"#r \"{name}.dll\"\nLibrary.Version");
        System.IO.File.SetLastWriteTimeUtc(File, DateTime.UnixEpoch);

        Assert.Empty((await session.Run("Library.Version")).Shown);
    }

    [Fact]
    public async Task Another_one_of_the_same_name_is_not_used_and_said()
    {
        var other = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "other")).FullName, $"{name}.dll");
        Build(File, "1");
        Build(other, "2");
        await session.Run($"#r \"{name}.dll\"\nLibrary.Version");

        var run = await session.Run($"#r \"other/{name}.dll\"");

        Assert.Equal(
            [$"stderr:{other} is not used, as another {name}.dll is loaded already, from {File}. Restart to use it.\n"], run.Shown);
    }

    private void Build(string path, string version)
    {
        System.IO.File.WriteAllBytes(path, TestFeed.Library(
            name, $"public static class Library {{ public static string Version => \"{version}\"; }}").Content);
        System.IO.File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch.AddDays(1 + version[0]));
    }
}
