namespace Conformance.Hub;

/// <summary>
/// A class on one server: JupyterHub with the configuration of <c>deploy/jupyterhub</c>, on a machine of its own (<c>box</c>);
/// the students log in, run notebook 03 all at once, and half of them stop a cell that would never end.
/// </summary>
public sealed class HubTests(ClassAtHub hub) : IClassFixture<ClassAtHub>
{
    [Fact]
    public async Task Everybody_runs_the_notebook_to_its_end()
    {
        var result = await hub.ResultAsync();

        TestContext.Current.TestOutputHelper?.WriteLine(ClassAtHub.Table(result));
        foreach (var student in result["students"]!.AsArray())
        {
            Assert.All(student!["statuses"]!.AsArray(), status => Assert.Equal("ok", (string?)status));
            var errors = student["errors"]!.AsArray().Select(error => (string?)error);
            string[] expected = student["stopped"] is null
                ? []
                : ["The cell was stopped. Its variables are kept as they were at that moment."];
            Assert.Equal(expected, errors);
        }
    }

    [Fact]
    public async Task A_cell_that_is_interrupted_stops_and_those_behind_it_do_not_run()
    {
        var stopped = (await hub.ResultAsync())["students"]!.AsArray().Where(student => student!["stopped"] is not null).ToList();

        Assert.Equal(hub.Students / 2, stopped.Count);
        Assert.All(stopped, student =>
        {
            var statuses = student!["stopped"]!.AsArray().Select(status => (string)status!).ToList();
            Assert.Equal(["ok", "error", "aborted"], statuses.Distinct());
            Assert.Single(statuses, "error");
        });
    }

    [Fact]
    public async Task Only_students_get_in_and_only_with_their_password()
    {
        var result = await hub.ResultAsync();

        Assert.False((bool)result["wrong password"]!);
        Assert.False((bool)result["no student"]!);
    }

    [Fact]
    public async Task Nobody_gets_at_another_s_files_or_kernel_or_changes_what_is_shared()
    {
        var result = await hub.ResultAsync();

        var said = result["look around"]!.AsObject().ToDictionary(part => part.Key, part => (string)part.Value!);
        Assert.Equal(("done", "loaded"), (said["own notebook"], said["package"]));
        foreach (var others in (string[])["home", "notebook", "key of the kernel"])
            Assert.Equal(nameof(UnauthorizedAccessException), said[others]);
        Assert.Equal("SocketException", said["kernel"]);
        foreach (var shared in (string[])["notebook of the clone", "data of the clone"])
            Assert.Contains(said[shared], (string[])[nameof(UnauthorizedAccessException), nameof(IOException)]);
        Assert.Equal(("302", "403", "403"), (said["page of the server"], said["contents"], said["kernels"]));
        Assert.Contains("403", said["socket of the server"], StringComparison.Ordinal);
        Assert.Empty(result["open to others"]!.AsArray());
        // The server's, which asks who comes. A kernel at a port would tell everybody on the machine what its cells put out.
        Assert.All(result["ports"]!.AsObject(), ports => Assert.Equal(1, (int)ports.Value!));
        Assert.Equal(hub.Students, result["ports"]!.AsObject().Count);
    }

    [Fact]
    public async Task What_nobody_uses_is_ended_and_a_cell_that_runs_is_not()
    {
        var culling = (await hub.ResultAsync())["culling"]!.AsObject();

        Assert.Equal(["student1"], culling["left"]!.AsArray().Select(name => (string)name!));
        Assert.Equal(["busy"], culling["kernels of the busy"]!.AsArray().Select(state => (string)state!));
    }
}
