using System.Diagnostics;
using System.Globalization;
using Notebooks.Running;
using Notebooks.Sessions;

namespace Notebooks.Packages;

/// <summary>
/// Restores packages as any project does: by <c>dotnet restore</c>, with the user's sources, credentials and package
/// folder. What was restored once is found again without asking anybody, also offline.
/// </summary>
/// <param name="folder">The notebook's folder, whose <c>NuGet.Config</c> counts.</param>
/// <param name="timeLimit">When to give up; by default after <c>NOTEBOOKS_RESTORE_TIMEOUT</c> seconds, or 120.</param>
internal sealed class SdkRestore(string folder, TimeSpan? timeLimit = null) : IPackageRestore
{
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(5);

    private readonly TimeSpan timeLimit = timeLimit ?? Configured();

    /// <inheritdoc/>
    public async Task<RestoredPackages> RestoreAsync(
        IReadOnlyList<PackageRequest> packages, IReadOnlyList<string> sources, Action<string> progress, CancellationToken cancellationToken)
    {
        var project = new RestoreProject(folder, packages, sources);
        if (RestoreCache.Find(project) is { } known)
            return known;

        progress($"Restoring {string.Join(" and ", packages.Select(package => $"{package.Name} {package.Version}".TrimEnd()).Distinct())} …\n");
        var watch = Stopwatch.StartNew();
        using var place = new TemporaryFolder();
        project.Write(place.Path);
        var assets = await RunAsync(place.Path, packages, watch, progress, cancellationToken);
        var restored = assets.Packages;
        RestoreCache.Add(project, restored);
        progress(string.Create(CultureInfo.InvariantCulture, $"Restored {assets.Describe(packages)} in {watch.Elapsed.TotalSeconds:0.0} s\n"));
        return restored;
    }

    private static TimeSpan Configured() =>
        int.TryParse(Environment.GetEnvironmentVariable("NOTEBOOKS_RESTORE_TIMEOUT"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : TimeSpan.FromMinutes(2);

    private async Task<RestoredAssets> RunAsync(
        string place, IReadOnlyList<PackageRequest> packages, Stopwatch watch, Action<string> progress, CancellationToken cancellationToken)
    {
        using var restore = Process.Start(DotNetCommand.StartInfo(place, "restore", "packages.csproj", "--nologo", "-v:quiet", "-nodeReuse:false", "-p:NuGetAudit=false"))!;
        restore.StandardInput.Close();
        var printed = Task.WhenAll(restore.StandardOutput.ReadToEndAsync(CancellationToken.None), restore.StandardError.ReadToEndAsync(CancellationToken.None));
        var exit = restore.WaitForExitAsync(CancellationToken.None);
        try
        {
            while (await Task.WhenAny(exit, Task.Delay(Turn < timeLimit ? Turn : timeLimit, cancellationToken)) != exit)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (watch.Elapsed >= timeLimit)
                    throw new PackageException(string.Create(CultureInfo.InvariantCulture, $"{packages[^1].Name}: the restore took longer than its limit of {timeLimit.TotalSeconds:0} s and was given up. Is the network there? NOTEBOOKS_RESTORE_TIMEOUT sets another limit, in seconds."));
                progress(string.Create(CultureInfo.InvariantCulture, $"… {watch.Elapsed.TotalSeconds:0} s of at most {timeLimit.TotalSeconds:0} s\n"));
            }
        }
        finally
        {
            if (!exit.IsCompleted)
                restore.Kill(entireProcessTree: true);
        }

        return restore.ExitCode == 0
            ? RestoredAssets.Read(Path.Combine(place, "obj", "project.assets.json"))
            : throw RestoreErrors.Explain(packages, string.Join('\n', await printed));
    }
}
