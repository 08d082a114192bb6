using System.Text.Json;
using System.Text.Json.Serialization;

namespace Notebooks.Book.Site;

/// <summary>
/// What a book says about itself that its sources cannot say, as <c>notebooks/book.json</c> has it; all of it may be missing.
/// </summary>
/// <param name="Address">Where the book is published, such as <c>https://example.org/book/</c>.</param>
/// <param name="Repository">Where its sources are.</param>
/// <param name="Authors">Who made it.</param>
/// <param name="Licence">The name of its licence; a file LICENSE of the repository comes along.</param>
/// <param name="Run">The command that executes a notebook in a copy of the sources; <c>{notebook}</c> is its file.</param>
/// <param name="Machine">The project, for WebAssembly, of the program that the pages run, such as <c>src/Page/Page.csproj</c>.</param>
/// <param name="Cells">The cells that a reader may run.</param>
internal sealed partial record BookSettings(
    Uri? Address, Uri? Repository, string? Authors, string? Licence, string? Run, string? Machine, CellSettings? Cells = null)
{
    internal const string FileName = "notebooks/book.json";

    /// <summary>The programs that it names.</summary>
    [JsonIgnore]
    public IReadOnlyList<PageProgram> Programs =>
    [
        .. Machine is null ? Array.Empty<PageProgram>() : [new(PageProgram.Machine, "C# in the book's pages", Machine)],
        .. Cells?.Program is { } cells
            ? [new(PageProgram.Cells, "Cells that run in the book's pages", cells)]
            : Array.Empty<PageProgram>(),
    ];

    /// <summary>Reads them.</summary>
    /// <param name="root">The root of the repository.</param>
    /// <exception cref="BookException">The file is not what it should be.</exception>
    public static BookSettings Read(string root)
    {
        var file = Path.Combine(root, FileName);
        if (!File.Exists(file))
            return new(null, null, null, null, null, null);
        try
        {
            var settings = JsonSerializer.Deserialize(File.ReadAllBytes(file), SettingsJson.Default.BookSettings)!;
            foreach (var (name, address) in new[] { ("address", settings.Address), ("repository", settings.Repository) })
            {
                if (address is { IsAbsoluteUri: false } or { Scheme: not ("https" or "http") })
                    throw new BookException(
                        $"{FileName}: \"{name}\" is '{address}', where an address that begins with https:// is expected.");
            }

            if (settings.Machine is { } machine && !File.Exists(Path.Combine(root, machine)))
                throw new BookException($"{FileName}: \"machine\" is '{machine}', where a project's file is expected; there is none.");
            settings.Cells?.CheckProgram(root);

            return settings.Licence is null || File.Exists(Path.Combine(root, "LICENSE")) ? settings : throw new BookException(
                $"{FileName}: \"licence\" is '{settings.Licence}', but the repository has no file LICENSE; "
                + "add it, or leave the licence out.");
        }
        catch (JsonException error)
        {
            throw new BookException(
                $"{FileName}: {error.Message.ReplaceLineEndings(" ")} It may have \"address\", \"repository\", \"authors\", \"licence\", "
                + "\"run\" and \"machine\", each a text, and \"cells\", which has \"program\", \"notebooks\" and \"still\".", error);
        }
    }

    /// <summary>The full address of a file of the book, or only its name where the book has none.</summary>
    public string AddressOf(string file) =>
        Address is null ? file : new Uri(new Uri(Address.AbsoluteUri.TrimEnd('/') + "/"), file).AbsoluteUri;

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
    [JsonSerializable(typeof(BookSettings))]
    private sealed partial class SettingsJson : JsonSerializerContext;
}
