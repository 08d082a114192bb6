namespace Kernel.Tests.Clients;

/// <summary>The kernel as Jupyter's own clients see it: Python scripts, each a conversation, on Debian's jupyter_client.</summary>
public sealed class JupyterTests(InstalledKernel kernel) : IClassFixture<InstalledKernel>
{
    [Fact]
    public Task Every_kind_of_message_is_answered() => RunAsync("messages.py");

    [Fact]
    public Task Output_comes_in_order_and_a_flood_of_it_is_held_back() => RunAsync("output.py");

    [Fact]
    public Task A_cell_can_be_interrupted_and_asked_and_the_kernel_restarted_and_ended() => RunAsync("control.py");

    [Fact]
    public Task Messages_that_are_not_the_front_ends_are_dropped() => RunAsync("safety.py");

    private async Task RunAsync(string script)
    {
        var (status, output) = await kernel.RunAsync(Path.Combine(AppContext.BaseDirectory, "Clients", script));

        TestContext.Current.TestOutputHelper?.WriteLine(output);
        Assert.True(status == 0, output);
    }
}
