namespace Notebooks.Packages;

/// <summary>A restore that also tells somebody outside of the session how far it is.</summary>
/// <param name="restore">The restore.</param>
/// <param name="report">Hears which packages are fetched and how far it is; null when it is over.</param>
internal sealed class ReportedRestore(IPackageRestore restore, Action<string?> report) : IPackageRestore
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<RestoredPackage>> RestoreAsync(
        PackageOrder order, Action<string> progress, CancellationToken cancellationToken)
    {
        try
        {
            return await restore.RestoreAsync(order, Report, cancellationToken);
        }
        finally
        {
            report(null);
        }

        void Report(string state)
        {
            report($"restoring {string.Join(" and ", order.Packages)}, {state}");
            progress(state);
        }
    }
}
