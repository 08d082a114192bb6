using Testing;

namespace Engine.Tests.Packages;

public sealed class PackageVersionTests : PackageTests
{
    [Fact]
    public async Task What_is_loaded_keeps_its_version_and_is_not_fetched_again()
    {
        Feed.Add(Name, "1.0.0");
        Feed.Add(Name + "User", "1.0.0", needs: Name);
        Assert.Equal("hello from 1.0.0", (await Session.Run($"#r \"nuget: {Name}\"\n{Name}.Greeting.Text")).Text);
        Feed.Add(Name, "2.0.0");

        var run = await Session.Run($"#r \"nuget: {Name}User\"\n{Name}.Greeting.Text");

        Assert.Equal("hello from 1.0.0", run.Text);
        Assert.DoesNotContain($"{Name}, ", string.Concat(run.Shown), StringComparison.Ordinal);
        foreach (var again in (string[])["", ", *", ", 1.0", ", 1.*", ", [1.0,2.0)"])
            Assert.Equal(
                [$"display:{Installed($"{Name}, 1.0.0")}"], (await Session.Run($"#r \"nuget: {Name.ToUpperInvariant()}{again}\"")).Shown);
    }

    [Theory]
    [InlineData("0.9.0")]
    [InlineData("2.0.0")]
    [InlineData("2.*")]
    [InlineData("[1.0.1,2.0)")]
    public async Task Another_version_of_a_loaded_package_is_an_error(string version)
    {
        Feed.Add(Name, "1.0.0");
        Feed.Add(Name, "2.0.0");
        await Session.Run($"#r \"nuget: {Name}, 1.0.0\"");

        var run = await Session.Run($"#r \"nuget: {Name}, {version}\"");

        Assert.Equal($"{Name} version {version} cannot be added because version 1.0.0 was added previously.", run.Error.Message);
        Assert.Empty(run.Shown);
        Assert.Equal("hello from 1.0.0", (await Session.Run($"{Name}.Greeting.Text")).Text);
    }

    [Fact]
    public async Task One_cell_may_ask_for_several_packages_and_for_one_twice_but_not_for_two_versions()
    {
        Feed.Add(Name, "1.0.0");
        Feed.Add(Name, "2.0.0");
        Feed.Add(Name + "Other", "1.0.0");

        Assert.Equal($"{Name} version 1.0.0 cannot be added because version 2.0.0 was added previously.",
            (await Session.Run($"#r \"nuget: {Name}, 2.0.0\"\n#r \"nuget: {Name}, 1.0.0\"")).Error.Message);
        var run = await Session.Run(
            $"#r \"nuget: {Name}, 1.0.0\"\n#r \"nuget: {Name}Other\"\n#r \"nuget: {Name}, 1.0.0\"\n#r \"nuget: "
            + $"{Name}\"\n{Name}.Greeting.Text + {Name}Other.Greeting.Text");

        Assert.Equal("hello from 1.0.0hello from 1.0.0", run.Text);
        Assert.Equal($"update:{Installed($"{Name}, 1.0.0", $"{Name}Other, 1.0.0")}", run.Shown.Last());
    }

    [Fact]
    public async Task A_version_that_is_not_served_gives_the_next_one_and_asking_again_is_no_error()
    {
        Feed.Add(Name, "1.2.0");

        Assert.Equal("hello from 1.2.0", (await Session.Run($"#r \"nuget: {Name}, 1.1.0\"\n{Name}.Greeting.Text")).Text);
        Assert.Equal([$"display:{Installed($"{Name}, 1.2.0")}"], (await Session.Run($"#r \"nuget: {Name}, 1.1.0\"")).Shown);
    }

    [Fact]
    public async Task A_package_that_needs_another_version_of_a_loaded_one_is_an_error_that_names_both()
    {
        Feed.Add(Name, "1.0.0");
        Feed.Add(Name, "2.0.0");
        Feed.Add(Name + "User", "1.0.0", needs: Name + "/2.0.0");
        await Session.Run($"#r \"nuget: {Name}, 1.0.0\"");

        var error = (await Session.Run($"#r \"nuget: {Name}User, 1.0.0\"")).Error;

        Assert.Equal(
            $"{Name}User 1.0.0: it needs {Name} 2.0.0, but {Name} 1.0.0 is loaded already. Restart, and ask for {Name} 2.0.0 first. "
            + $"(NU1605)", error.Message);
    }

    [Fact]
    public async Task A_library_that_is_loaded_by_its_path_stays_and_an_error_line_says_so()
    {
        static (string Path, byte[] Content) Library(string Name, string version) =>
            TestFeed.Library(
                Name, $"[assembly: System.Reflection.AssemblyVersion(\"{version}\")] public static class Loaded {{ public static string "
                    + $"Version => \"{version}\"; }}");
        var path = Path.Combine(Feed.Folder, $"{Name}.dll");
        await File.WriteAllBytesAsync(path, Library(Name, "1.0.0.0").Content, TestContext.Current.CancellationToken);
        Feed.Add(Name, "2.0.0", needs: null, Library(Name, "2.0.0.0"));
        Assert.Equal("1.0.0.0", (await Session.Run($"#r \"{Name}.dll\"\nLoaded.Version")).Text);

        var run = await Session.Run($"#r \"nuget: {Name}, 2.0.0\"\nLoaded.Version");

        Assert.Equal("1.0.0.0", run.Text);
        Assert.Equal(
            $"stderr:{Name} 2.0.0: its {Name} 2.0.0.0 cannot be used, as {Name} 1.0.0.0 is loaded already, from {path}. Restart, and ask "
            + $"for the package first.\n", run.Shown.Last());
    }

    [Theory]
    [InlineData("1.0.0.0", "2.0.0.0")]
    [InlineData("2.0.0.0", "1.0.0.0")]
    public async Task A_package_that_brings_another_version_of_a_loaded_library_says_so(string loaded, string brought)
    {
        static (string Path, byte[] Content) Library(string Name, string version) =>
            TestFeed.Library(Name, $"[assembly: System.Reflection.AssemblyVersion(\"{version}\")] public static class Loaded {{ }}");
        await File.WriteAllBytesAsync(
            Path.Combine(Feed.Folder, $"{Name}.dll"), Library(Name, loaded).Content, TestContext.Current.CancellationToken);
        Feed.Add(Name, "1.0.0", needs: null, Library(Name, brought));
        await Session.Run($"#r \"{Name}.dll\"\ntypeof(Loaded)");

        Assert.StartsWith($"stderr:{Name} 1.0.0: its {Name} {brought} cannot be used, as {Name} {loaded} is loaded already",
            (await Session.Run($"#r \"nuget: {Name}, 1.0.0\"")).Shown.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_is_not_what_was_asked_for_is_said()
    {
        Feed.Add(Name, "1.2.0");
        Feed.Add(Name + "User", "1.0.0", needs: Name + "/[1.0.0]");
        Feed.Add(Name + "Json", "1.0.0", needs: null, TestFeed.Library("System.Text.Json", "class C;"));

        Assert.Equal($"stderr:{Name} 1.1.0 is asked for, but that version is not served: 1.2.0 is loaded\n",
            (await Session.Run($"#r \"nuget: {Name}, 1.1.0\"")).Shown.Last());
        Assert.StartsWith($"stderr:{Name}Json 1.0.0 is asked for, but System.Text.Json {Environment.Version.Major}.",
            (await Session.Run($"#r \"nuget: {Name}Json, 1.0.0\"")).Shown.Last(), StringComparison.Ordinal);
        Feed.Add(Name, "1.0.0");
        var run = await Session.Run($"#r \"nuget: {Name}User, 1.0.0\"");
        Assert.Contains("1.2.0", run.Result.Error?.Message ?? run.Shown.Last(), StringComparison.Ordinal);
        Assert.Contains("1.0.0", run.Result.Error?.Message ?? run.Shown.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_may_hold_another_version_of_what_the_engine_itself_uses()
    {
        Feed.Add(Name, "1.0.0", needs: null, TestFeed.Library(
            "Markdig", "namespace Markdig { public static class Mine { public static string Text => \"the reader's own\"; } }"));

        Assert.Equal("the reader's own", (await Session.Run($"#r \"nuget: {Name}, 1.0.0\"\nMarkdig.Mine.Text")).Text);
    }

    [Fact]
    public async Task What_the_engine_shares_with_the_cells_stays_the_engines()
    {
        const string Shared = "Microsoft.DotNet.Interactive";
        Feed.Add(Name, "1.0.0", needs: null,
            TestFeed.Library(Shared, "namespace Microsoft.DotNet.Interactive { public class Kernel { } }"),
            TestFeed.Library("System.Text.Json", "namespace System.Text.Json { }"));

        var run = await Session.Run(
            $"#r \"nuget: {Name}, 1.0.0\"\ndisplay(\"shown\");\n"
            + "System.Text.Json.JsonSerializer.Serialize(typeof(Microsoft.DotNet.Interactive.Kernel).Assembly.Location)");

        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(Path.Combine(AppContext.BaseDirectory, Shared + ".dll")), run.Text);
        Assert.Equal("display:shown", run.Shown.Last());
    }

    [Fact]
    public async Task What_the_engine_shares_is_the_same_before_and_after_a_package_brings_its_own()
    {
        Feed.Add(Name, "1.0.0", needs: null,
            TestFeed.Library("Microsoft.CodeAnalysis", "namespace Microsoft.CodeAnalysis { public class Nothing { } }"),
            TestFeed.Library("System.Reactive", "class C;"));
        await Session.Run("var shown = display(\"1\");");

        Assert.Equal(["display:2", "update:3"],
            (await Session.Run($"#r \"nuget: {Name}, 1.0.0\"\ndisplay(\"2\");\nshown.Update(\"3\");")).Shown.TakeLast(2));
    }
}
