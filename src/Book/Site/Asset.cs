namespace Notebooks.Book.Site;

/// <summary>The book's style sheet and script, embedded in the program.</summary>
internal static class Asset
{
    /// <summary>The names of all assets.</summary>
    public static IReadOnlyList<string> Names { get; } = ["book.css", "book.js"];

    /// <summary>The content of an asset.</summary>
    public static byte[] Read(string name)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream($"Book.Assets.{name}")
            ?? throw new InvalidOperationException($"The program lacks its resource Book.Assets.{name}.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
