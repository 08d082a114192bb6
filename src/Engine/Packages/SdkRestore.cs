using System.Diagnostics;
using System.Globalization;
using Notebooks.Platform;

namespace Notebooks.Packages;

/// <summary>
/// Restores packages as any project does: by <c>dotnet restore</c>, with the user's sources, credentials and package
/// folder. What was restored once is found again without asking anybody, also offline.
/// </summary>
/// <param name="folder">The notebook's folder, whose <c>NuGet.Config</c> counts.</param>
/// <param name="timeLimit">When to give up; by default after <c>NOTEBOOKS_RESTORE_TIMEOUT</c> seconds, or 120.</param>
public sealed class SdkRestore(string folder, TimeSpan? timeLimit = null) : IPackageRestore
{
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);

    private readonly TimeSpan timeLimit = timeLimit ?? Configured();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RestoredPackage>> RestoreAsync(
        PackageOrder order, Action<string> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(progress);
        var project = new RestoreProject(folder, order);
        if (RestoreCache.Find(project) is { } known)
            return known;

        using var place = new TemporaryFolder();
        project.Write(place.Path);
        await RunAsync(place.Path, order, progress, cancellationToken);
        var restored = RestoredAssets.Read(Path.Combine(place.Path, "obj", "project.assets.json"));
        RestoreCache.Add(project, restored);
        return restored;
    }

    private static TimeSpan Configured() =>
        int.TryParse(Environment.GetEnvironmentVariable("NOTEBOOKS_RESTORE_TIMEOUT"), NumberStyles.None,
            CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : TimeSpan.FromMinutes(2);

    private async Task RunAsync(string place, PackageOrder order, Action<string> progress, CancellationToken cancellationToken)
    {
        using var restore = Process.Start(
            DotNetCommand.StartInfo(
                place, "restore", "packages.csproj", "--nologo", "-v:quiet", "-nodeReuse:false", "-p:NuGetAudit=false"))!;
        restore.StandardInput.Close();
        var printed = Task.WhenAll(
            restore.StandardOutput.ReadToEndAsync(CancellationToken.None), restore.StandardError.ReadToEndAsync(CancellationToken.None));
        var exit = restore.WaitForExitAsync(CancellationToken.None);
        var watch = Stopwatch.StartNew();
        try
        {
            do
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (watch.Elapsed >= timeLimit)
                    throw RestoreErrors.TooLong(order, timeLimit);
                progress(string.Create(
                    CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds:0} s of at most {timeLimit.TotalSeconds:0} s"));
            }
            while (await Task.WhenAny(exit, Task.Delay(Turn < timeLimit ? Turn : timeLimit, cancellationToken)) != exit);
        }
        finally
        {
            if (!exit.IsCompleted)
                restore.Kill(entireProcessTree: true);
        }

        if (restore.ExitCode != 0)
            throw RestoreErrors.Explain(order, string.Join('\n', await printed).Replace(place, "", StringComparison.Ordinal));
    }
}
