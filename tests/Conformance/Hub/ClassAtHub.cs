using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Notebooks.Platform;
using Testing;

namespace Conformance.Hub;

/// <summary>The hub's one run, which all its tests look at. It needs JupyterHub, and root for a machine of its own.</summary>
public sealed class ClassAtHub : IDisposable
{
    private readonly string results = Directory.CreateTempSubdirectory("hub-").FullName;
    private readonly Lazy<Task<JsonObject>> run;

    /// <summary>Nothing has run yet.</summary>
    public ClassAtHub() => run = new(RunAsync);

    /// <summary>How many come; the variable HUB_STUDENTS says another number.</summary>
    public int Students { get; } = int.Parse(
        Environment.GetEnvironmentVariable("HUB_STUDENTS") ?? "2", NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>What came of it; skips the test where it cannot run.</summary>
    public Task<JsonObject> ResultAsync()
    {
        Assert.SkipUnless(
            Environment.IsPrivilegedProcess && OperatingSystem.IsLinux(), "JupyterHub needs root and Linux: it starts servers for users");
        Assert.SkipUnless(
            File.Exists("/usr/bin/jupyterhub"), "JupyterHub is missing (Debian: apt-get install jupyterhub node-configurable-http-proxy)");
        return run.Value;
    }

    /// <summary>Memory and time, as <c>deploy/jupyterhub/README.md</c> has them.</summary>
    public static string Table(JsonObject result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var students = result["students"]!.AsArray();
        var used = result["use"]!.AsObject().Where(use => use.Key != "hub").Select(use => use.Value!).ToList();
        string[] steps = ["login", "server", "kernel", "notebook", "stopping"];
        string[] parts = ["server", "kernel", "cells"];
        var lines = steps.Select(step => Line($"{step}, s", students.Select(student => (double?)student![step])))
            .Concat(parts.Select(part => Line($"memory of the {part}, MB", used.Select(use => (double?)use[part]))))
            .Append(Line("memory in all, MB", used.Select(use => parts.Sum(part => (double?)use[part]))))
            .Append(Line("processor time, s", used.Select(use => (double?)use["seconds"])))
            .Append(Line("memory of the hub, MB", [Hub(result)]));
        var heading = string.Create(CultureInfo.InvariantCulture, $"{students.Count} students, {(double)result["seconds"]!:0} s");
        return $"{heading}\n| | median | most |\n|---|---|---|\n{string.Join('\n', lines)}";
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(results, recursive: true);

    private static double Hub(JsonObject result) =>
        result["use"]!["hub"]!.AsObject().Where(part => part.Key != "seconds").Sum(part => (double)part.Value!);

    private static string Line(string name, IEnumerable<double?> values)
    {
        var sorted = values.OfType<double>().Order().ToList();
        return sorted.Count == 0
            ? $"| {name} | | |"
            : string.Create(CultureInfo.InvariantCulture, $"| {name} | {sorted[sorted.Count / 2]:0.0} | {sorted[^1]:0.0} |");
    }

    private async Task<JsonObject> RunAsync()
    {
        var dotnet = Path.GetDirectoryName(DotNetCommand.Path)!;
        var packages = await File.ReadAllLinesAsync(
            Path.Combine(WorkingCopy.LibraryOutput, "NeuralNets.Torch.packages"), TestContext.Current.CancellationToken);
        var box = Path.Combine(WorkingCopy.Root, "tests", "Conformance", "Hub", "box");
        string[] own = ["--mount", "--pid", "--net", "--fork", "--kill-child", "--mount-proc"];
        var (status, output) = await Command.RunAsync(
            new ProcessStartInfo("unshare", [.. own, "bash", box, WorkingCopy.Root, packages[0], dotnet, results, $"{Students}"]),
            TestContext.Current.CancellationToken);
        var log = Path.Combine(results, "hub.log");
        Assert.True(status == 0, $"{output}\n{(File.Exists(log) ? await File.ReadAllTextAsync(log) : "")}");
        var json = await File.ReadAllTextAsync(Path.Combine(results, "results.json"), TestContext.Current.CancellationToken);
        return JsonNode.Parse(json)!.AsObject();
    }
}
