namespace Notebooks.Book.Site;

/// <summary>The picture that other sites show of a page: its first figure.</summary>
internal static class PreviewPicture
{
    /// <summary>The picture's file, or null where the page has none.</summary>
    public static string? NameOf(BookPage page) =>
        Source(page) is null ? null : $"assets/previews/{Path.ChangeExtension(page.Href, ".svg")}";

    /// <summary>The picture of a page that has one.</summary>
    public static byte[] Of(BookPage page) => System.Text.Encoding.UTF8.GetBytes(Source(page)!);

    private static string? Source(BookPage page) =>
        page.Content.Figures.FirstOrDefault(static figure => figure.Picture.Length > 0)?.Picture;
}
