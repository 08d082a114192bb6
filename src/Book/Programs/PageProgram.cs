using Notebooks.Documents;

namespace Notebooks.Book.Programs;

/// <summary>
/// The program that the book's pages run: a project for WebAssembly, published and packed as one script. It is kept in
/// <c>artifacts/machine</c> until its sources change.
/// </summary>
/// <param name="root">The root of the repository.</param>
public sealed class PageProgram(string root)
{
    private readonly string folder = Path.Combine(root, "artifacts", "machine");
    private string? failedKey;

    /// <summary>The script; null where it could not be made: for want of packages, say.</summary>
    /// <param name="project">The project's file, relative to the root.</param>
    /// <param name="say">Told in one line what takes time, and why there is none in the end.</param>
    /// <param name="cancellationToken">Ends the making.</param>
    public async Task<byte[]?> MakeAsync(string project, Action<string> say, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(say);
        var file = Path.Combine(root, project);
        var key = ProgramSources.Fingerprint(root, file);
        if (key == failedKey)
            return null;
        try
        {
            Directory.CreateDirectory(folder);
            var script = Path.Combine(folder, $"{key}.js");
            using var turn = await TurnAsync(cancellationToken);
            if (!File.Exists(script))
            {
                say("C# in the book's pages: compiling it to WebAssembly; the first time this fetches some 100 MB of packages.");
                await MakeAsync(file, script, cancellationToken);
            }

            return await File.ReadAllBytesAsync(script, cancellationToken);
        }
        catch (Exception error) when (error is BookException or IOException or UnauthorizedAccessException or DocumentException)
        {
            failedKey = key;
            say($"C# in the book's pages: none, the book is made without it. {error.Message}");
            return null;
        }
    }

    private async Task MakeAsync(string file, string script, CancellationToken cancellationToken)
    {
        var published = Path.Combine(folder, "published");
        if (Directory.Exists(published))
            Directory.Delete(published, recursive: true);
        await ProgramPublishing.RunAsync(file, published, cancellationToken);
        var packed = PackedProgram.Script(Path.Combine(published, "wwwroot", "_framework"));
        foreach (var earlier in Directory.GetFiles(folder, "*.js"))
            File.Delete(earlier);
        AtomicFile.Write(script, packed);
        Directory.Delete(published, recursive: true);
    }

    /// <summary>Two books may be made at once; one of them makes the program.</summary>
    private async Task<FileStream> TurnAsync(CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, "turn");
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(TimeSpan.FromSeconds(0.2), cancellationToken);
            }
        }
    }
}
