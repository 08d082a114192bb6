namespace Notebooks.Tests.Building;

/// <summary>Without changes nothing is built, which keeps the commands quick; with any change everything is, as ever.</summary>
public sealed class UnchangedBuildTests(TwoProjects projects) : IClassFixture<TwoProjects>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await projects.Build("src/Program");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_has_changed_is_built_once()
    {
        await IsBuiltOnce("a file is added", () => projects.Write("src/NeuralNets/figure.js", "1"));
        await IsBuiltOnce("a file is edited", () => projects.Write("src/NeuralNets/figure.js", "2"));
        await IsBuiltOnce("a file is replaced by an older one", () => File.SetLastWriteTimeUtc(projects.In("src/NeuralNets/figure.js"), DateTime.UtcNow.AddDays(-1)));
        await IsBuiltOnce("a file is deleted", () => File.Delete(projects.In("src/NeuralNets/figure.js")));
        await IsBuiltOnce("a setting of all projects is added", () => projects.Write(".editorconfig", "root = true"));
        await IsBuiltOnce("what was built is deleted", () => File.Delete(projects.Library));
        await IsBuiltOnce("what was restored is deleted", () => Directory.Delete(projects.In("src/NeuralNets/obj"), recursive: true));
        await IsBuiltOnce("the packages are deleted", () => Directory.Delete(projects.In("packages"), recursive: true));
        Assert.True(Directory.Exists(projects.In("packages")));
    }

    [Fact]
    public async Task What_another_configuration_has_put_in_the_same_folder_is_replaced()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var debug = await File.ReadAllBytesAsync(projects.Library, cancellation);
        await projects.Build("src/NeuralNets", "-c", "Release");
        Assert.NotEqual(debug, await File.ReadAllBytesAsync(projects.Library, cancellation));

        await IsBuiltOnce("the library in Release", () => { });

        Assert.Equal(debug, await File.ReadAllBytesAsync(projects.Library, cancellation));
    }

    [Fact]
    public async Task A_build_that_fails_fails_until_the_cause_is_mended()
    {
        projects.Write("src/NeuralNets/Library.cs", "public class Library");
        Assert.False((await projects.Build("src/Program")).IsWell);
        Assert.False((await projects.Build("src/Program")).IsWell);
        await IsBuiltOnce("a mended source", () => projects.Write("src/NeuralNets/Library.cs", "public class Library;"));
    }

    [Fact]
    public async Task A_project_that_refers_to_what_is_not_built_anew_finds_it()
    {
        var (isWell, isDone, output) = await projects.Build("tests");
        Assert.True(isWell, output);
        Assert.False(isDone, output);
    }

    private async Task IsBuiltOnce(string what, Action change)
    {
        change();
        var (isWell, isDone, output) = await projects.Build("src/Program");
        Assert.True(isWell && isDone && File.Exists(projects.Library), $"{what}: not built\n{output}");
        (isWell, isDone, output) = await projects.Build("src/Program");
        Assert.True(isWell && !isDone, $"{what}: built again, with nothing changed\n{output}");
    }
}
