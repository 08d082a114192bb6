using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;
using Notebooks.Packages;

namespace Notebooks.Sessions.Kernels;

/// <summary>The NuGet packages of a session: those that its cells have asked for, and what these need in turn.</summary>
internal sealed class SessionPackages
{
    private readonly List<PackageRequest> met = [];
    private readonly List<string> sources = [];
    private readonly List<RestoredPackage> loaded = [];

    /// <summary>Fetches them; null when this session cannot.</summary>
    public IPackageRestore? Restore { get; set; }

    /// <summary>True if a cell shows how far the restore is.</summary>
    public bool ShowsProgress { get; set; } = true;

    /// <summary>Fetches what a cell asks for and is not there yet, and shows what it does.</summary>
    /// <param name="asked">What the cell asks for.</param>
    /// <param name="named">The sources that it names.</param>
    /// <param name="context">The cell.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The packages that are new, and what to know of their versions: a line each.</returns>
    /// <exception cref="PackageException">A package cannot be had, or only in another version than the loaded one;
    /// nothing has changed then.</exception>
    public async Task<(IReadOnlyList<RestoredPackage> Added, IReadOnlyList<string> Remarks)> AddAsync(
        IReadOnlyList<PackageRequest> asked, IReadOnlyList<string> named, KernelInvocationContext context,
        CancellationToken cancellationToken)
    {
        var wanted = Missing(asked);
        List<string> allSources = [.. sources.Union(named)];
        IReadOnlyList<RestoredPackage> added = [];
        DisplayedValue? shown = null;
        if (wanted.Count > 0)
        {
            if (Restore is null)
                throw new PackageException($"{wanted[0]}: NuGet packages cannot be had in this session.");
            try
            {
                var order = new PackageOrder(wanted, loaded, allSources);
                var all = await Restore.RestoreAsync(order, ShowProgress, cancellationToken);
                added = [.. all.Where(package => !IsLoaded(package.Name))];
            }
            catch (Exception) when (shown is not null)
            {
                Show([], []);
                throw;
            }
        }

        loaded.AddRange(added);
        met.AddRange(wanted);
        sources.AddRange(named.Except(sources));
        Show([], [.. asked.Select(Describe).Distinct().Order(StringComparer.Ordinal)]);
        return new(added, [.. PackageVersions.Remarks(wanted, added, loaded)]);

        void ShowProgress(string state)
        {
            if (ShowsProgress)
                Show([.. wanted.Select(request => $"{request.Name}, {state}")], []);
        }

        void Show(IReadOnlyList<string> installing, IReadOnlyList<string> installed)
        {
            var list = new PackageList(allSources, installing, installed);
            if (shown is null)
                shown = KernelInvocationContextExtensions.Display(context, list);
            else
                shown.Update(list);
        }
    }

    private bool IsLoaded(string name) => loaded.Any(package => package.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private string Describe(PackageRequest request)
    {
        // What the framework holds is no package among those restored.
        var package = loaded.Find(package => request.IsFor(package.Name));
        return package is null ? request.Name : $"{package.Name}, {package.Version}";
    }

    /// <summary>Packages to fetch: those asked for and neither loaded nor asked for twice.</summary>
    private List<PackageRequest> Missing(IReadOnlyList<PackageRequest> requests)
    {
        List<PackageRequest> missing = [];
        foreach (var request in requests.Except(met))
        {
            var twin = missing.Find(other => other.IsFor(request.Name));
            if (loaded.Find(package => request.IsFor(package.Name))?.Version is { } version)
                Require(request.IsMetBy(version), request, version);
            else if (twin is null)
                missing.Add(request);
            else
                Require(request.Version is null || request.Version == twin.Version, request, twin.Version ?? "*");
        }

        return missing;
    }

    private static void Require(bool isMet, PackageRequest request, string version)
    {
        if (!isMet)
            throw new PackageException(
                $"{request.Name} version {request.Version} cannot be added because version {version} was added previously.");
    }
}
