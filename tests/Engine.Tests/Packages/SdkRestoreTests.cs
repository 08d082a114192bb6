using Engine.Tests.Sessions;
using Notebooks.Packages;
using Notebooks.Sessions.Messages;
using Testing;

namespace Engine.Tests.Packages;

public sealed class SdkRestoreTests : PackageTests
{
    [Fact]
    public async Task A_package_is_restored_with_its_dependency_and_natives_and_shown_as_it_comes_and_when_it_is_there()
    {
        Feed.Add(Name, "1.0.0", needs: Name + "Core");
        Feed.Add(Name + "Core", "1.0.0");

        var run = await Session.Run(
            $"#r \"nuget: {Name}, 1.0.0\" // to greet\n({Name}.Greeting.Text, {Name}Core.Greeting.Native() == "
            + $"Environment.ProcessId).ToString()");

        Assert.Equal(OperatingSystem.IsLinux() ? "(hello from 1.0.0, True)" : run.Text, run.Text);
        Assert.StartsWith(
            $"display:<div><div></div><div><strong>Installing Packages</strong><ul><li>"
            + $"<span>{Name}, 0 s of at most 120 s</span></li></ul></div><div></div></div>", run.Shown.First(), StringComparison.Ordinal);
        Assert.Equal($"update:{Installed($"{Name}, 1.0.0")}", run.Shown.Last());
    }

    [Fact]
    public async Task Where_outputs_are_saved_the_progress_of_a_restore_is_not_among_them()
    {
        Feed.Add(Name, "1.0.0");
        using var unattended = new Notebooks.Sessions.CSharpSession(
            Feed.Folder, new Notebooks.Sessions.Compiling.CellCompiler(Feed.Folder))
        { ShowsRestoreProgress = false, PackageRestore = new SdkRestore(Feed.Folder) };
        List<SessionEvent> events = [];

        foreach (var code in (string[])[$"#r \"nuget: {Name}None, 1.0.0\"", $"#r \"nuget: {Name}, 1.0.0\""])
            await unattended.ExecuteAsync(new CellRequest(code, "n", 1), events.Add, TestContext.Current.CancellationToken);

        Assert.Equal([$"display:{Installed($"{Name}, 1.0.0")}"], events.Select(TestSession.Show));
    }

    [Fact]
    public async Task A_package_without_a_library_brings_what_it_needs_or_holds_only_natives()
    {
        Feed.Add(Name, "1.0.0", needs: Name + "Core", ("readme.txt", []));
        Feed.Add(Name + "Core", "1.0.0");
        Feed.Add("Natives" + Name, "1.0.0", needs: null, TestFeed.Native(Name + "Alone"));

        var run = await Session.Run($$"""
            #r "nuget: {{Name}}, 1.0.0"
            #r "nuget: Natives{{Name}}, 1.0.0"
            [System.Runtime.InteropServices.DllImport("{{Name}}AloneNative", EntryPoint = "SystemNative_GetPid")]
            static extern int Pid();
            ({{Name}}Core.Greeting.Text, {{(OperatingSystem.IsLinux() ? "Pid() == Environment.ProcessId" : "true")}}).ToString()
            """);

        Assert.Equal("(hello from 1.0.0, True)", run.Text);
    }

    [Fact]
    public async Task A_source_that_a_cell_names_is_used_and_shown()
    {
        var source = Directory.CreateDirectory(Path.Combine(Feed.Folder, "elsewhere")).FullName;
        Feed.Add(Name, "1.0.0");
        Directory.Move(Path.Combine(Feed.Source, $"{Name}.1.0.0.nupkg"), Path.Combine(source, $"{Name}.1.0.0.nupkg"));

        Assert.Equal(
            ["display:<div><div><strong>Restore sources</strong><ul><li><span>elsewhere</span></li></ul></div><div></div>"
                + "<div></div></div>"], (await Session.Run("#i \"nuget: elsewhere\"")).Shown);
        Assert.Equal("hello from 1.0.0", (await Session.Run($"#r \"nuget: {Name}, 1.0.0\"\n{Name}.Greeting.Text")).Text);
    }
}
