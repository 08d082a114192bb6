namespace Book.Tests.Browser;

/// <summary>The tests of C# in pages: they share a browser of their own, beside the one of the others.</summary>
[CollectionDefinition("Programs")]
public sealed class ProgramCollection : ICollectionFixture<BrowserFixture>;
