namespace Book.Tests.Browser;

/// <summary>The tests that share the one browser.</summary>
[CollectionDefinition("Browser")]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>;
