using Notebooks.Documents;
using Notebooks.Sessions.Messages;

namespace Notebooks.Sessions.Kernels;

/// <summary>A file whose cells another notebook runs by <c>#!import</c>.</summary>
internal static class ImportedFile
{
    /// <summary>Its cells: code, with its language, and prose.</summary>
    /// <param name="path">The file's full path.</param>
    /// <param name="name">What the importing cell calls it.</param>
    /// <exception cref="DocumentException">There is no such file, or no kind of file that has cells.</exception>
    public static IEnumerable<(CellRequest Cell, bool IsProse)> Read(string path, string name)
    {
        var kind = Path.GetExtension(path);
        if (kind is not (".ipynb" or ".dib" or ".csx" or ".cs"))
            throw new DocumentException("only .ipynb, .dib, .csx and .cs files can be imported");
        if (!File.Exists(path))
            throw new DocumentException($"no such file: {path}");
        return kind switch
        {
            ".ipynb" => ReadNotebook(path),
            ".dib" => ReadScript(path, name),
            _ => [(new CellRequest(File.ReadAllText(path), name, 0), false)],
        };
    }

    private static IEnumerable<(CellRequest, bool)> ReadNotebook(string path)
    {
        var document = NotebookDocument.Load(path);
        return document.Cells.Index().Where(cell => cell.Item.IsCode || cell.Item.Type == "markdown").Select(cell => (
            new CellRequest(cell.Item.IsCode ? MagicLines.WithLanguage(cell.Item) : cell.Item.Source, document.FileName, cell.Index + 1),
            !cell.Item.IsCode));
    }

    // It begins with data about itself, which are nothing to run.
    private static IEnumerable<(CellRequest, bool)> ReadScript(string path, string name)
    {
        var lines = File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n');
        var isHeader = false;
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("#!", StringComparison.Ordinal))
                isHeader = lines[i].Trim() == "#!meta";
            if (isHeader)
                lines[i] = "";
        }

        return [(new CellRequest(string.Join('\n', lines), name, 0), false)];
    }
}
