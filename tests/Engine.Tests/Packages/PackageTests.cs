using Engine.Tests.Sessions;
using Notebooks.Packages;
using Testing;

namespace Engine.Tests.Packages;

/// <summary>Tests of packages: a session, and a feed of their own from which it restores.</summary>
public abstract class PackageTests : IDisposable
{
    private protected PackageTests()
    {
        Session = new TestSession(Feed.Folder);
        Session.Session.PackageRestore = new SdkRestore(Feed.Folder);
    }

    private protected TestFeed Feed { get; } = new();

    // Names of their own, so that no cache on this machine knows the packages.
    private protected string Name { get; } = $"Greeter{Guid.NewGuid():N}";

    private protected TestSession Session { get; }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        Session.Dispose();
        Feed.Dispose();
    }

    private protected static string Installed(params string[] packages) =>
        $"<div><div></div><div></div><div><strong>Installed Packages</strong>"
        + $"<ul>{string.Concat(packages.Select(package => $"<li><span>{package}</span></li>"))}</ul></div></div>";
}
