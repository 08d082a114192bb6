using Engine.Tests.Sessions;
using Notebooks.Packages;
using Notebooks.Sessions.Messages;
using Testing;

namespace Engine.Tests.Packages;

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
    public async Task A_package_is_restored_with_its_dependency_and_natives_and_shown_as_it_comes_and_when_it_is_there()
    {
        feed.Add(name, "1.0.0", needs: name + "Core");
        feed.Add(name + "Core", "1.0.0");

        var run = await session.Run(
            $"#r \"nuget: {name}, 1.0.0\" // to greet\n({name}.Greeting.Text, {name}Core.Greeting.Native() == "
            + $"Environment.ProcessId).ToString()");

        Assert.Equal(OperatingSystem.IsLinux() ? "(hello from 1.0.0, True)" : run.Text, run.Text);
        Assert.StartsWith(
            $"display:<div><div></div><div><strong>Installing Packages</strong><ul><li>"
            + $"<span>{name}, 0 s of at most 120 s</span></li></ul></div><div></div></div>", run.Shown.First(), StringComparison.Ordinal);
        Assert.Equal($"update:{Installed($"{name}, 1.0.0")}", run.Shown.Last());
    }

    [Fact]
    public async Task What_is_loaded_keeps_its_version_and_is_not_fetched_again()
    {
        feed.Add(name, "1.0.0");
        feed.Add(name + "User", "1.0.0", needs: name);
        Assert.Equal("hello from 1.0.0", (await session.Run($"#r \"nuget: {name}\"\n{name}.Greeting.Text")).Text);
        feed.Add(name, "2.0.0");

        var run = await session.Run($"#r \"nuget: {name}User\"\n{name}.Greeting.Text");

        Assert.Equal("hello from 1.0.0", run.Text);
        Assert.DoesNotContain($"{name}, ", string.Concat(run.Shown), StringComparison.Ordinal);
        foreach (var again in (string[])["", ", *", ", 1.0", ", 1.*", ", [1.0,2.0)"])
            Assert.Equal(
                [$"display:{Installed($"{name}, 1.0.0")}"], (await session.Run($"#r \"nuget: {name.ToUpperInvariant()}{again}\"")).Shown);
    }

    [Theory]
    [InlineData("0.9.0")]
    [InlineData("2.0.0")]
    [InlineData("2.*")]
    [InlineData("[1.0.1,2.0)")]
    public async Task Another_version_of_a_loaded_package_is_an_error(string version)
    {
        feed.Add(name, "1.0.0");
        feed.Add(name, "2.0.0");
        await session.Run($"#r \"nuget: {name}, 1.0.0\"");

        var run = await session.Run($"#r \"nuget: {name}, {version}\"");

        Assert.Equal($"{name} version {version} cannot be added because version 1.0.0 was added previously.", run.Error.Message);
        Assert.Empty(run.Shown);
        Assert.Equal("hello from 1.0.0", (await session.Run($"{name}.Greeting.Text")).Text);
    }

    [Fact]
    public async Task One_cell_may_ask_for_several_packages_and_for_one_twice_but_not_for_two_versions()
    {
        feed.Add(name, "1.0.0");
        feed.Add(name, "2.0.0");
        feed.Add(name + "Other", "1.0.0");

        Assert.Equal($"{name} version 1.0.0 cannot be added because version 2.0.0 was added previously.",
            (await session.Run($"#r \"nuget: {name}, 2.0.0\"\n#r \"nuget: {name}, 1.0.0\"")).Error.Message);
        var run = await session.Run(
            $"#r \"nuget: {name}, 1.0.0\"\n#r \"nuget: {name}Other\"\n#r \"nuget: {name}, 1.0.0\"\n#r \"nuget: "
            + $"{name}\"\n{name}.Greeting.Text + {name}Other.Greeting.Text");

        Assert.Equal("hello from 1.0.0hello from 1.0.0", run.Text);
        Assert.Equal($"update:{Installed($"{name}, 1.0.0", $"{name}Other, 1.0.0")}", run.Shown.Last());
    }

    [Fact]
    public async Task A_version_that_is_not_served_gives_the_next_one_and_asking_again_is_no_error()
    {
        feed.Add(name, "1.2.0");

        Assert.Equal("hello from 1.2.0", (await session.Run($"#r \"nuget: {name}, 1.1.0\"\n{name}.Greeting.Text")).Text);
        Assert.Equal([$"display:{Installed($"{name}, 1.2.0")}"], (await session.Run($"#r \"nuget: {name}, 1.1.0\"")).Shown);
    }

    [Fact]
    public async Task A_package_that_needs_another_version_of_a_loaded_one_is_an_error_that_names_both()
    {
        feed.Add(name, "1.0.0");
        feed.Add(name, "2.0.0");
        feed.Add(name + "User", "1.0.0", needs: name + "/2.0.0");
        await session.Run($"#r \"nuget: {name}, 1.0.0\"");

        var error = (await session.Run($"#r \"nuget: {name}User, 1.0.0\"")).Error;

        Assert.Equal(
            $"{name}User 1.0.0: it needs {name} 2.0.0, but {name} 1.0.0 is loaded already. Restart, and ask for {name} 2.0.0 first. "
            + $"(NU1605)", error.Message);
    }

    [Fact]
    public async Task A_library_that_is_loaded_by_its_path_stays_and_an_error_line_says_so()
    {
        static (string Path, byte[] Content) Library(string name, string version) =>
            TestFeed.Library(
                name, $"[assembly: System.Reflection.AssemblyVersion(\"{version}\")] public static class Loaded {{ public static string "
                    + $"Version => \"{version}\"; }}");
        var path = Path.Combine(feed.Folder, $"{name}.dll");
        await File.WriteAllBytesAsync(path, Library(name, "1.0.0.0").Content, TestContext.Current.CancellationToken);
        feed.Add(name, "2.0.0", needs: null, Library(name, "2.0.0.0"));
        Assert.Equal("1.0.0.0", (await session.Run($"#r \"{name}.dll\"\nLoaded.Version")).Text);

        var run = await session.Run($"#r \"nuget: {name}, 2.0.0\"\nLoaded.Version");

        Assert.Equal("1.0.0.0", run.Text);
        Assert.Equal(
            $"stderr:{name} 2.0.0: its {name} 2.0.0.0 cannot be used, as {name} 1.0.0.0 is loaded already, from {path}. Restart, and ask "
            + $"for the package first.\n", run.Shown.Last());
    }

    [Theory]
    [InlineData("1.0.0.0", "2.0.0.0")]
    [InlineData("2.0.0.0", "1.0.0.0")]
    public async Task A_package_that_brings_another_version_of_a_loaded_library_says_so(string loaded, string brought)
    {
        static (string Path, byte[] Content) Library(string name, string version) =>
            TestFeed.Library(name, $"[assembly: System.Reflection.AssemblyVersion(\"{version}\")] public static class Loaded {{ }}");
        await File.WriteAllBytesAsync(
            Path.Combine(feed.Folder, $"{name}.dll"), Library(name, loaded).Content, TestContext.Current.CancellationToken);
        feed.Add(name, "1.0.0", needs: null, Library(name, brought));
        await session.Run($"#r \"{name}.dll\"\ntypeof(Loaded)");

        Assert.StartsWith($"stderr:{name} 1.0.0: its {name} {brought} cannot be used, as {name} {loaded} is loaded already",
            (await session.Run($"#r \"nuget: {name}, 1.0.0\"")).Shown.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_is_not_what_was_asked_for_is_said()
    {
        feed.Add(name, "1.2.0");
        feed.Add(name + "User", "1.0.0", needs: name + "/[1.0.0]");
        feed.Add(name + "Json", "1.0.0", needs: null, TestFeed.Library("System.Text.Json", "class C;"));

        Assert.Equal($"stderr:{name} 1.1.0 is asked for, but that version is not served: 1.2.0 is loaded\n",
            (await session.Run($"#r \"nuget: {name}, 1.1.0\"")).Shown.Last());
        Assert.StartsWith($"stderr:{name}Json 1.0.0 is asked for, but System.Text.Json {Environment.Version.Major}.",
            (await session.Run($"#r \"nuget: {name}Json, 1.0.0\"")).Shown.Last(), StringComparison.Ordinal);
        feed.Add(name, "1.0.0");
        var run = await session.Run($"#r \"nuget: {name}User, 1.0.0\"");
        Assert.Contains("1.2.0", run.Result.Error?.Message ?? run.Shown.Last(), StringComparison.Ordinal);
        Assert.Contains("1.0.0", run.Result.Error?.Message ?? run.Shown.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_outputs_are_saved_the_progress_of_a_restore_is_not_among_them()
    {
        feed.Add(name, "1.0.0");
        using var unattended = new Notebooks.Sessions.CSharpSession(
            feed.Folder, new Notebooks.Sessions.Compiling.CellCompiler(feed.Folder))
        { ShowsRestoreProgress = false, PackageRestore = new SdkRestore(feed.Folder) };
        List<SessionEvent> events = [];

        foreach (var code in (string[])[$"#r \"nuget: {name}None, 1.0.0\"", $"#r \"nuget: {name}, 1.0.0\""])
            await unattended.ExecuteAsync(new CellRequest(code, "n", 1), events.Add, TestContext.Current.CancellationToken);

        Assert.Equal([$"display:{Installed($"{name}, 1.0.0")}"], events.Select(TestSession.Show));
    }

    [Fact]
    public async Task A_package_without_a_library_brings_what_it_needs_or_holds_only_natives()
    {
        feed.Add(name, "1.0.0", needs: name + "Core", ("readme.txt", []));
        feed.Add(name + "Core", "1.0.0");
        feed.Add("Natives" + name, "1.0.0", needs: null, TestFeed.Native(name + "Alone"));

        var run = await session.Run($$"""
            #r "nuget: {{name}}, 1.0.0"
            #r "nuget: Natives{{name}}, 1.0.0"
            [System.Runtime.InteropServices.DllImport("{{name}}AloneNative", EntryPoint = "SystemNative_GetPid")]
            static extern int Pid();
            ({{name}}Core.Greeting.Text, {{(OperatingSystem.IsLinux() ? "Pid() == Environment.ProcessId" : "true")}}).ToString()
            """);

        Assert.Equal("(hello from 1.0.0, True)", run.Text);
    }

    [Fact]
    public async Task A_package_may_hold_another_version_of_what_the_engine_itself_uses()
    {
        feed.Add(name, "1.0.0", needs: null, TestFeed.Library(
            "Markdig", "namespace Markdig { public static class Mine { public static string Text => \"the reader's own\"; } }"));

        Assert.Equal("the reader's own", (await session.Run($"#r \"nuget: {name}, 1.0.0\"\nMarkdig.Mine.Text")).Text);
    }

    [Fact]
    public async Task What_the_engine_shares_with_the_cells_stays_the_engines()
    {
        const string Shared = "Microsoft.DotNet.Interactive";
        feed.Add(name, "1.0.0", needs: null,
            TestFeed.Library(Shared, "namespace Microsoft.DotNet.Interactive { public class Kernel { } }"),
            TestFeed.Library("System.Text.Json", "namespace System.Text.Json { }"));

        var run = await session.Run(
            $"#r \"nuget: {name}, 1.0.0\"\ndisplay(\"shown\");\n"
            + "System.Text.Json.JsonSerializer.Serialize(typeof(Microsoft.DotNet.Interactive.Kernel).Assembly.Location)");

        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(Path.Combine(AppContext.BaseDirectory, Shared + ".dll")), run.Text);
        Assert.Equal("display:shown", run.Shown.Last());
    }

    [Fact]
    public async Task What_the_engine_shares_is_the_same_before_and_after_a_package_brings_its_own()
    {
        feed.Add(name, "1.0.0", needs: null,
            TestFeed.Library("Microsoft.CodeAnalysis", "namespace Microsoft.CodeAnalysis { public class Nothing { } }"),
            TestFeed.Library("System.Reactive", "class C;"));
        await session.Run("var shown = display(\"1\");");

        Assert.Equal(["display:2", "update:3"],
            (await session.Run($"#r \"nuget: {name}, 1.0.0\"\ndisplay(\"2\");\nshown.Update(\"3\");")).Shown.TakeLast(2));
    }

    [Fact]
    public async Task A_source_that_a_cell_names_is_used_and_shown()
    {
        var source = Directory.CreateDirectory(Path.Combine(feed.Folder, "elsewhere")).FullName;
        feed.Add(name, "1.0.0");
        Directory.Move(Path.Combine(feed.Source, $"{name}.1.0.0.nupkg"), Path.Combine(source, $"{name}.1.0.0.nupkg"));

        Assert.Equal(
            ["display:<div><div><strong>Restore sources</strong><ul><li><span>elsewhere</span></li></ul></div><div></div>"
                + "<div></div></div>"], (await session.Run("#i \"nuget: elsewhere\"")).Shown);
        Assert.Equal("hello from 1.0.0", (await session.Run($"#r \"nuget: {name}, 1.0.0\"\n{name}.Greeting.Text")).Text);
    }

    [Fact]
    public async Task A_package_that_does_not_exist_is_an_error_that_says_where_it_was_looked_for_and_the_session_goes_on()
    {
        await session.Run("var kept = 42;");

        var run = await session.Run($"#r \"nuget: {name}, 1.0.0\"");

        Assert.Equal(CellErrorNames.Package, run.Error.Name);
        Assert.Equal(
            $"{name} 1.0.0: there is no such package. Unable to find package {name}. No packages exist with this id in source(s): tests "
            + $"(NU1101)", run.Error.Message);
        Assert.Equal("update:<div><div></div><div></div><div></div></div>", run.Shown.Last());
        Assert.Equal("42", (await session.Run("kept.ToString()")).Text);
    }

    [Fact]
    public async Task A_version_that_does_not_exist_is_an_error_that_says_which_there_are()
    {
        feed.Add(name, "1.0.0");

        var error = (await session.Run($"#r \"nuget: {name}, 2.0.0\"")).Error;

        Assert.Equal(
            $"{name} 2.0.0: there is no such version. Unable to find package {name} with version (>= 2.0.0) Found 1 version(s) in tests "
            + $"[ Nearest version: 1.0.0 ] (NU1102)", error.Message);
    }

    [Fact]
    public async Task A_package_for_another_framework_is_an_error_that_says_for_which()
    {
        feed.Add(name, "1.0.0", needs: null, TestFeed.Library(name, "class C;", "lib/net99.0"));

        var error = (await session.Run($"#r \"nuget: {name}, 1.0.0\"")).Error;

        Assert.StartsWith($"{name} 1.0.0: the package is not for this framework. Package {name} 1.0.0 is not compatible with net10.0",
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
        Assert.Equal(message, (await session.Run($"#i \"nuget: nowhere\"\n#r \"nuget: {name}, 1.0.0\"\n{code}")).Error.Message);

        feed.Add(name + "Other", "1.0.0");
        Assert.Equal($"update:{Installed($"{name}Other, 1.0.0")}", (await session.Run($"#r \"nuget: {name}Other, 1.0.0\"")).Shown.Last());
    }

    [Fact]
    public async Task A_line_that_nobody_can_read_is_an_error_and_the_session_goes_on()
    {
        var error = (await session.Run($"#r \"nuget: {name}\" \"nuget: {name}\"")).Error;

        Assert.StartsWith("test.ipynb, cell 1: a line that begins with # cannot be read: ", error.Message, StringComparison.Ordinal);
        Assert.Equal("fine", (await session.Run("\"fine\"")).Text);
    }

    [Fact]
    public async Task A_source_that_cannot_be_reached_is_an_error_and_forgotten_by_the_next_cell()
    {
        feed.Add(name, "1.0.0");

        var error = (await session.Run($"#i \"nuget: nowhere\"\n#r \"nuget: {name}Core, 1.0.0\"")).Error;
        Assert.StartsWith(
            $"{name}Core 1.0.0: a source of packages cannot be reached; are you offline?", error.Message, StringComparison.Ordinal);
        Assert.Contains("nowhere", error.Message, StringComparison.Ordinal);

        Assert.Equal("hello from 1.0.0", (await session.Run($"#r \"nuget: {name}\"\n{name}.Greeting.Text")).Text);
    }

    [Fact]
    public async Task A_restore_that_takes_too_long_is_given_up()
    {
        session.Session.PackageRestore = new SdkRestore(feed.Folder, TimeSpan.FromMilliseconds(50));

        var error = (await session.Run($"#r \"nuget: {name}, 1.0.0\"")).Error;

        Assert.StartsWith(
            $"{name} 1.0.0: the restore took longer than its limit of 0 s and was given up.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restore_can_be_interrupted()
    {
        var run = await session.RunAndStop($"#r \"nuget: {name}, 1.0.0\"", afterMilliseconds: 100);

        Assert.Equal(CellErrorNames.Interrupted, run.Error.Name);
    }

    private static string Installed(params string[] packages) =>
        $"<div><div></div><div></div><div><strong>Installed Packages</strong>"
        + $"<ul>{string.Concat(packages.Select(package => $"<li><span>{package}</span></li>"))}</ul></div></div>";
}
