using NuGet.Versioning;

namespace Notebooks.Packages;

/// <summary>A package that a cell asks for.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version, a range such as <c>[1.0,2.0)</c> or <c>1.*</c>, or null for the newest.</param>
public sealed record PackageRequest(string Name, string? Version)
{
    /// <summary>True if it names a version, so that tomorrow's answer is today's.</summary>
    public bool IsExact => Version is not null && !Range.IsFloating;

    private VersionRange Range => VersionRange.Parse(Version ?? "*");

    /// <summary>Reads what stands behind <c>nuget:</c>.</summary>
    /// <param name="text">Such as <c>Name, Version</c>.</param>
    /// <exception cref="PackageException">It is no request.</exception>
    public static PackageRequest Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split(',', 2, StringSplitOptions.TrimEntries);
        var (name, version) = (parts[0], parts.ElementAtOrDefault(1));
        if (name.Length == 0)
            throw new PackageException($"#r \"nuget: {text}\" names no package; expected is #r \"nuget: Name, Version\".");
        if (version is "" or "*" or "*-*")
            version = null;
        return version is null || VersionRange.TryParse(version, out _)
            ? new PackageRequest(name, version)
            : throw new PackageException(
                $"#r \"nuget: {text}\": {version} is no version; expected is one such as 1.2.3, 1.* or [1.0,2.0).");
    }

    /// <summary>True if a package is the one that is asked for.</summary>
    /// <param name="name">Its name.</param>
    public bool IsFor(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>True if a version of the package, loaded already, will do.</summary>
    /// <param name="version">That version.</param>
    public bool IsMetBy(string version)
    {
        var loaded = NuGetVersion.Parse(version);
        return Version is null
            || (NuGetVersion.TryParse(Version, out var exact)
                ? exact == loaded
                : Range.Float?.Satisfies(loaded) ?? Range.Satisfies(loaded));
    }

    /// <inheritdoc/>
    public override string ToString() => Version is null ? Name : $"{Name} {Version}";
}
