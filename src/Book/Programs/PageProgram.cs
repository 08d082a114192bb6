using Notebooks.Book.Sources;
using Notebooks.Documents;

namespace Notebooks.Book.Programs;

/// <summary>
/// The program that the book's pages run: a project for WebAssembly, published and packed as one script. Both are kept in
/// <c>artifacts/machine</c>: what was published until the sources change, the script until what packs it changes too.
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
        var key = ProgramSources.Key(root, file);
        if (key == failedKey)
            return null;
        try
        {
            Directory.CreateDirectory(folder);
            using var turn = await TurnAsync(cancellationToken);
            var published = Path.Combine(folder, key);
            if (!Directory.Exists(published))
            {
                say("C# in the book's pages: compiling it to WebAssembly; the first time this fetches some 100 MB of packages.");
                await PublishAsync(file, published, cancellationToken);
            }

            return Script(published, Fingerprint.Of(Fingerprint.OfEngine, key));
        }
        catch (Exception error) when (error is BookException or IOException or UnauthorizedAccessException or DocumentException)
        {
            failedKey = key;
            say($"C# in the book's pages: none, the book is made without it. {error.Message}");
            return null;
        }
    }

    /// <summary>Publishes the project, and forgets what was published of earlier sources.</summary>
    private async Task PublishAsync(string file, string published, CancellationToken cancellationToken)
    {
        foreach (var earlier in Directory.GetDirectories(folder))
            Directory.Delete(earlier, recursive: true);
        var unfinished = $"{published}.unfinished";
        await ProgramPublishing.RunAsync(file, unfinished, cancellationToken);
        Directory.Move(unfinished, published);
    }

    private byte[] Script(string published, string key)
    {
        var path = Path.Combine(folder, $"{key}.js");
        if (File.Exists(path))
            return File.ReadAllBytes(path);
        var script = PackedProgram.Script(Path.Combine(published, "wwwroot", "_framework"));
        foreach (var earlier in Directory.GetFiles(folder, "*.js"))
            File.Delete(earlier);
        AtomicFile.Write(path, script);
        return script;
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
