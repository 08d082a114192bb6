using Notebooks.Book.Site;
using Notebooks.Book.Sources;
using Notebooks.Documents;

namespace Notebooks.Book.Programs;

/// <summary>
/// Makes the programs that the book's pages run: each a project for WebAssembly, published and packed as one script. Both are kept
/// in <c>artifacts/machine</c>: what was published until the sources change, the script until what packs it changes too.
/// </summary>
/// <param name="root">The root of the repository.</param>
public sealed class ProgramMaking(string root)
{
    private readonly HashSet<string> failedKeys = [];

    /// <summary>The scripts by their programs' names, made one after the other.</summary>
    /// <param name="programs">The programs.</param>
    /// <param name="say">Told in one line what takes time, and why there is none in the end.</param>
    /// <param name="cancellationToken">Ends the making.</param>
    /// <returns>Without those that could not be made: for want of packages, say.</returns>
    public async Task<IReadOnlyDictionary<string, byte[]>> MakeAsync(
        IReadOnlyList<PageProgram> programs, Action<string> say, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(programs);
        ArgumentNullException.ThrowIfNull(say);
        var scripts = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var program in programs)
        {
            if (await MakeAsync(program, say, cancellationToken) is { } script)
                scripts[program.Name] = script;
        }

        return scripts;
    }

    private async Task<byte[]?> MakeAsync(PageProgram program, Action<string> say, CancellationToken cancellationToken)
    {
        var file = Path.Combine(root, program.Project);
        var key = ProgramSources.Key(root, file);
        if (failedKeys.Contains(key))
            return null;
        try
        {
            var folder = Path.Combine(root, "artifacts", "machine", program.Name);
            Directory.CreateDirectory(folder);
            using var turn = await TurnAsync(folder, cancellationToken);
            var published = Path.Combine(folder, key);
            if (!Directory.Exists(published))
            {
                say($"{program.Subject}: compiling it to WebAssembly; the first time this fetches some 100 MB of packages.");
                await PublishAsync(file, published, cancellationToken);
            }

            return Script(program.Name, published, Fingerprint.Of(Fingerprint.OfEngine, key));
        }
        catch (Exception error) when (error is BookException or IOException or UnauthorizedAccessException or DocumentException)
        {
            failedKeys.Add(key);
            say($"{program.Subject}: none, the book is made without it. {error.Message}");
            return null;
        }
    }

    /// <summary>Publishes the project, and forgets what was published of earlier sources.</summary>
    private static async Task PublishAsync(string file, string published, CancellationToken cancellationToken)
    {
        foreach (var earlier in Directory.GetDirectories(Path.GetDirectoryName(published)!))
            Directory.Delete(earlier, recursive: true);
        var unfinished = $"{published}.unfinished";
        await ProgramPublishing.RunAsync(file, unfinished, cancellationToken);
        Directory.Move(unfinished, published);
    }

    private static byte[] Script(string name, string published, string key)
    {
        var folder = Path.GetDirectoryName(published)!;
        var path = Path.Combine(folder, $"{key}.js");
        if (File.Exists(path))
            return File.ReadAllBytes(path);
        var script = PackedProgram.Script(name, Path.Combine(published, "wwwroot", "_framework"));
        foreach (var earlier in Directory.GetFiles(folder, "*.js"))
            File.Delete(earlier);
        AtomicFile.Write(path, script);
        return script;
    }

    /// <summary>Two books may be made at once; one of them makes the program.</summary>
    private static async Task<FileStream> TurnAsync(string folder, CancellationToken cancellationToken)
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
