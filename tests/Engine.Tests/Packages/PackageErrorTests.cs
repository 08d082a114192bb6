using Notebooks.Packages;
using Notebooks.Sessions.Messages;
using Testing;

namespace Engine.Tests.Packages;

public sealed class PackageErrorTests : PackageTests
{
    [Fact]
    public async Task A_package_that_does_not_exist_is_an_error_that_says_where_it_was_looked_for_and_the_session_goes_on()
    {
        await Session.Run("var kept = 42;");

        var run = await Session.Run($"#r \"nuget: {Name}, 1.0.0\"");

        Assert.Equal(CellErrorNames.Package, run.Error.Name);
        Assert.Equal(
            $"{Name} 1.0.0: there is no such package. Unable to find package {Name}. No packages exist with this id in source(s): tests "
            + $"(NU1101)", run.Error.Message);
        Assert.Equal("update:<div><div></div><div></div><div></div></div>", run.Shown.Last());
        Assert.Equal("42", (await Session.Run("kept.ToString()")).Text);
    }

    [Fact]
    public async Task A_version_that_does_not_exist_is_an_error_that_says_which_there_are()
    {
        Feed.Add(Name, "1.0.0");

        var error = (await Session.Run($"#r \"nuget: {Name}, 2.0.0\"")).Error;

        Assert.Equal(
            $"{Name} 2.0.0: there is no such version. Unable to find package {Name} with version (>= 2.0.0) Found 1 version(s) in tests "
            + $"[ Nearest version: 1.0.0 ] (NU1102)", error.Message);
    }

    [Fact]
    public async Task A_package_for_another_framework_is_an_error_that_says_for_which()
    {
        Feed.Add(Name, "1.0.0", needs: null, TestFeed.Library(Name, "class C;", "lib/net99.0"));

        var error = (await Session.Run($"#r \"nuget: {Name}, 1.0.0\"")).Error;

        Assert.StartsWith($"{Name} 1.0.0: the package is not for this framework. Package {Name} 1.0.0 is not compatible with net10.0",
            error.Message, StringComparison.Ordinal);
        Assert.Contains("net99.0", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [InlineData("#r \"nuget:\"", "#r \"nuget: \" names no package; expected is #r \"nuget: Name, Version\".")]
    [InlineData("#r \"nuget: Name, new\"", "#r \"nuget: Name, new\": new is no version; expected is one such as 1.2.3, 1.* or [1.0,2.0).")]
    public async Task What_asks_for_no_package_is_an_error_that_says_how_to_ask_and_the_rest_of_its_cell_is_forgotten(
        string code, string message)
    {
        Assert.Equal(message, (await Session.Run($"#i \"nuget: nowhere\"\n#r \"nuget: {Name}, 1.0.0\"\n{code}")).Error.Message);

        Feed.Add(Name + "Other", "1.0.0");
        Assert.Equal($"update:{Installed($"{Name}Other, 1.0.0")}", (await Session.Run($"#r \"nuget: {Name}Other, 1.0.0\"")).Shown.Last());
    }

    [Fact]
    public async Task A_line_that_nobody_can_read_is_an_error_and_the_session_goes_on()
    {
        var error = (await Session.Run($"#r \"nuget: {Name}\" \"nuget: {Name}\"")).Error;

        Assert.StartsWith("test.ipynb, cell 1: a line that begins with # cannot be read: ", error.Message, StringComparison.Ordinal);
        Assert.Equal("fine", (await Session.Run("\"fine\"")).Text);
    }

    [Fact]
    public async Task A_source_that_cannot_be_reached_is_an_error_and_forgotten_by_the_next_cell()
    {
        Feed.Add(Name, "1.0.0");

        var error = (await Session.Run($"#i \"nuget: nowhere\"\n#r \"nuget: {Name}Core, 1.0.0\"")).Error;
        Assert.StartsWith(
            $"{Name}Core 1.0.0: a source of packages cannot be reached; are you offline, or behind a proxy", error.Message,
            StringComparison.Ordinal);
        Assert.Contains("nowhere", error.Message, StringComparison.Ordinal);

        Assert.Equal("hello from 1.0.0", (await Session.Run($"#r \"nuget: {Name}\"\n{Name}.Greeting.Text")).Text);
    }

    [Fact]
    public async Task A_restore_that_takes_too_long_is_given_up()
    {
        Session.Session.PackageRestore = new SdkRestore(Feed.Folder, TimeSpan.FromMilliseconds(50));

        var error = (await Session.Run($"#r \"nuget: {Name}, 1.0.0\"")).Error;

        Assert.StartsWith(
            $"{Name} 1.0.0: the restore took longer than its limit of 0 s and was given up.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restore_can_be_interrupted()
    {
        var run = await Session.RunAndStop($"#r \"nuget: {Name}, 1.0.0\"", afterMilliseconds: 100);

        Assert.Equal(CellErrorNames.Interrupted, run.Error.Name);
    }
}
