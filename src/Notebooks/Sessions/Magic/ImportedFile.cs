using Notebooks.Documents;

namespace Notebooks.Sessions.Magic;

/// <summary>A file whose cells another notebook runs by <c>#!import</c>.</summary>
internal static class ImportedFile
{
    /// <summary>Its cells.</summary>
    /// <param name="path">The file's full path.</param>
    /// <param name="name">What the importing cell calls it.</param>
    /// <exception cref="DocumentException">There is no such file, or no kind of file that has cells.</exception>
    public static IEnumerable<CellRequest> Read(string path, string name)
    {
        var kind = Path.GetExtension(path);
        if (kind is not (".ipynb" or ".dib" or ".csx" or ".cs"))
            throw new DocumentException("only .ipynb, .dib, .csx and .cs files can be imported");
        if (!File.Exists(path))
            throw new DocumentException($"no such file: {path}");
        return kind == ".ipynb" ? ReadNotebook(path) : [new CellRequest(File.ReadAllText(path), name, 0)];
    }

    private static IEnumerable<CellRequest> ReadNotebook(string path)
    {
        var document = NotebookDocument.Load(path);
        return document.Cells.Index().Where(cell => cell.Item.IsCode).Select(cell => new CellRequest(
            MagicCommands.InLanguage(cell.Item.Source, cell.Item.KernelName), document.FileName, cell.Index + 1));
    }
}
