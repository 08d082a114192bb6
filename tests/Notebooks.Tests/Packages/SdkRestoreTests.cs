using Notebooks.Packages;
using Notebooks.Sessions;
using Notebooks.Tests.Sessions;

namespace Notebooks.Tests.Packages;

public sealed class SdkRestoreTests : IDisposable
{
    private readonly TestFeed feed = new();
    private readonly TestSession session;

    // Names of their own, so that no cache on this machine knows the packages.
    private readonly string name = $"Greeter{Guid.NewGuid():N}";

    public SdkRestoreTests()
    {
        session = new TestSession(feed.Folder);
        session.Session.PackageRestore = new SdkRestore(feed.Folder);
    }

    public void Dispose()
    {
        session.Dispose();
        feed.Dispose();
    }

    [Fact]
    public async Task A_package_is_restored_with_progress_and_with_its_dependency_and_natives()
    {
        feed.Add(name, "1.0.0", needs: name + "Core");
        feed.Add(name + "Core", "1.0.0");

        var run = await session.Run($"#r \"nuget: {name}, 1.0.0\"\n({name}.Greeting.Text, {name}Core.Greeting.Native() == Environment.ProcessId).ToString()");

        Assert.Equal(OperatingSystem.IsLinux() ? "(hello from 1.0.0, True)" : run.Text, run.Text);
        var printed = string.Concat(run.Events.OfType<SessionEvent.Text>().Select(text => text.Content));
        Assert.StartsWith($"Restoring {name} 1.0.0 …\n", printed, StringComparison.Ordinal);
        Assert.Contains($"Restored {name} 1.0.0 in ", printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_that_does_not_exist_is_an_error_and_the_session_goes_on()
    {
        await session.Run("var kept = 42;");

        var error = (await session.Run($"#r \"nuget: {name}, 1.0.0\"")).Error;

        Assert.Equal(CellErrorNames.Package, error.Name);
        Assert.StartsWith($"There is no such package. Unable to find package {name}.", error.Message, StringComparison.Ordinal);
        Assert.Equal("42", (await session.Run("kept.ToString()")).Text);
    }

    [Fact]
    public async Task A_version_that_does_not_exist_is_an_error_that_says_which_there_are()
    {
        feed.Add(name, "1.0.0");

        var error = (await session.Run($"#r \"nuget: {name}, 2.0.0\"")).Error;

        Assert.StartsWith($"There is no such version. Unable to find package {name} with version (>= 2.0.0)", error.Message, StringComparison.Ordinal);
        Assert.Contains("Found 1 version(s) in tests", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_cannot_be_reached_is_an_error_and_forgotten_by_the_next_cell()
    {
        feed.Add(name, "1.0.0");

        var error = (await session.Run($"#i \"nuget: nowhere\"\n#r \"nuget: {name}Core, 1.0.0\"")).Error;
        Assert.StartsWith("A source of packages cannot be reached; are you offline?", error.Message, StringComparison.Ordinal);

        Assert.Equal("hello from 1.0.0", (await session.Run($"#r \"nuget: {name}\"\n{name}.Greeting.Text")).Text);
    }

    [Fact]
    public async Task A_restore_that_takes_too_long_is_given_up()
    {
        session.Session.PackageRestore = new SdkRestore(feed.Folder, TimeSpan.FromMilliseconds(50));

        var error = (await session.Run($"#r \"nuget: {name}, 1.0.0\"")).Error;

        Assert.StartsWith($"{name}: the restore took longer than its limit of 0 s and was given up.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restore_can_be_interrupted()
    {
        var run = await session.RunAndStop($"#r \"nuget: {name}, 1.0.0\"", afterMilliseconds: 100);

        Assert.Equal(CellErrorNames.Interrupted, run.Error.Name);
    }
}
