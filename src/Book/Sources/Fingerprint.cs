using System.Security.Cryptography;
using System.Text;
using Notebooks.Documents;

namespace Notebooks.Book.Sources;

/// <summary>Fingerprints of content, by which the book knows what has changed.</summary>
internal static class Fingerprint
{
    /// <summary>The program itself: another build of it may write other pages.</summary>
    public static string OfEngine { get; } = string.Join(
        ' ', typeof(Fingerprint).Module.ModuleVersionId, typeof(NotebookDocument).Module.ModuleVersionId);

    /// <summary>Of some content.</summary>
    public static string Of(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Of several texts in their order.</summary>
    public static string Of(params IEnumerable<string> texts) => Of(Encoding.UTF8.GetBytes(string.Join('\0', texts)));

    /// <summary>Of a file's content; of a missing file nothing.</summary>
    public static string OfFile(string path) => File.Exists(path) ? Of(File.ReadAllBytes(path)) : "";
}
