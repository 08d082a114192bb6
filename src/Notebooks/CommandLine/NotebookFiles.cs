using System.CommandLine;
using Notebooks.Documents;

namespace Notebooks.CommandLine;

/// <summary>The notebooks that a command works on.</summary>
internal static class NotebookFiles
{
    /// <summary>The argument that names them.</summary>
    public static Argument<string[]> Argument()
    {
        var files = new Argument<string[]>("files")
        {
            Description = "The notebooks, in the order of execution. Default: notebooks/*.ipynb of the repository.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        files.Validators.Add(found =>
        {
            foreach (var token in found.Tokens.Where(token => token.Value.StartsWith('-') && !File.Exists(token.Value)))
                found.AddError($"{token.Value}: no such option");
        });
        return files;
    }

    /// <summary>Reads them all.</summary>
    /// <exception cref="CallException">Names every file that cannot be read, and why.</exception>
    public static IReadOnlyList<NotebookDocument> Load(IReadOnlyList<string> files)
    {
        var notebooks = new List<NotebookDocument>();
        var mistakes = new List<string>();
        foreach (var file in files.Count > 0 ? Named(files) : Default())
        {
            try
            {
                notebooks.Add(NotebookDocument.Load(file));
            }
            catch (DocumentException error)
            {
                mistakes.Add(error.Message);
            }
        }

        return mistakes.Count == 0 ? notebooks : throw new CallException(mistakes);
    }

    private static IEnumerable<string> Default() =>
        Repository.NotebooksOf(Repository.Here()).Select(static file => Path.GetRelativePath(Directory.GetCurrentDirectory(), file));

    private static IEnumerable<string> Named(IReadOnlyList<string> files) =>
        files.SelectMany(Expand).DistinctBy(file => File.Exists(file) ? Path.GetFullPath(file) : file);

    // Shells on Windows leave patterns to the program.
    private static IEnumerable<string> Expand(string file)
    {
        var pattern = Path.GetFileName(file);
        var folder = Path.GetDirectoryName(file) is { Length: > 0 } named ? named : ".";
        if (!pattern.AsSpan().ContainsAny('*', '?') || File.Exists(file) || !Directory.Exists(folder))
            return [file];
        var matches = Directory.GetFiles(folder, pattern).Order(StringComparer.Ordinal).ToList();
        return matches.Count > 0 ? matches : [file];
    }
}
