using System.Text;
using System.Text.Json.Nodes;

namespace Notebooks.Documents;

/// <summary>
/// A Jupyter notebook, nbformat 4. What it does not understand (metadata, attachments, unknown cell types, fields of
/// later versions) it keeps; what it writes is what nbformat itself would write, with the line ends of the file that was read.
/// </summary>
public sealed class NotebookDocument
{
    private readonly bool hasWindowsLines;

    private NotebookDocument(string name, JsonObject json, IReadOnlyList<string> remarks, bool hasWindowsLines)
    {
        (Name, Remarks) = (name, remarks);
        this.hasWindowsLines = hasWindowsLines;
        Json = json;
        Cells = [.. json["cells"]!.AsArray().Select(cell => new NotebookCell(cell!.AsObject()))];
    }

    /// <summary>Name in messages: the path by which it was loaded.</summary>
    public string Name { get; }

    /// <summary>The file name, such as <c>03-gradient-descent.ipynb</c>.</summary>
    public string FileName => Path.GetFileName(Name);

    /// <summary>The folder in which its cells run.</summary>
    public string Folder => Path.GetDirectoryName(Path.GetFullPath(Name))!;

    /// <summary>The whole notebook as nbformat has it, long text as one string.</summary>
    public JsonObject Json { get; }

    /// <summary>Its cells, from top to bottom.</summary>
    public IReadOnlyList<NotebookCell> Cells { get; }

    /// <summary>What its author should know although it can be executed: a line each.</summary>
    public IReadOnlyList<string> Remarks { get; }

    /// <summary>The notebook's metadata; empty when it has none.</summary>
    public JsonObject Metadata => Json["metadata"] as JsonObject ?? [];

    /// <summary>Reads a file.</summary>
    /// <exception cref="DocumentException">There is no such file, or it is not a notebook of nbformat 4.</exception>
    public static NotebookDocument Load(string path)
    {
        if (Directory.Exists(path))
            throw new DocumentException($"{path}: a folder, where a notebook file (.ipynb) is expected");
        if (!File.Exists(path))
            throw new DocumentException($"{path}: no such file");
        try
        {
            return Parse(File.ReadAllBytes(path), path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException
            && new FileInfo(path).LinkTarget is not null)
        {
            throw new DocumentException($"{path}: a link to {new FileInfo(path).LinkTarget}, where no file is", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DocumentException($"{path}: cannot be read: {error.Message}", error);
        }
    }

    /// <summary>Reads the content of a file.</summary>
    /// <param name="utf8">The content, with or without a byte order mark.</param>
    /// <param name="name">The path that errors show and that says where the cells run.</param>
    /// <exception cref="DocumentException">The content is not a notebook of nbformat 4.</exception>
    public static NotebookDocument Parse(byte[] utf8, string name)
    {
        ArgumentNullException.ThrowIfNull(utf8);
        var content = utf8.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8;
        var json = NotebookShape.Require(JsonText.Parse(content, name), path => name + JsonText.PositionOf(content, path));
        var remarks = NotebookRemarks.On(json);
        MultilineText.Join(json);
        var end = content.AsSpan().IndexOf((byte)'\n');
        return new NotebookDocument(name, json, remarks, hasWindowsLines: end > 0 && content[end - 1] == '\r');
    }

    /// <summary>A copy that can be executed and changed without changing this one.</summary>
    public NotebookDocument Clone() => new(Name, Json.DeepClone().AsObject(), Remarks, hasWindowsLines);

    /// <summary>The file's content: JSON as nbformat writes it, in UTF-8, with a line end at its end.</summary>
    public byte[] ToBytes()
    {
        var json = Json.DeepClone().AsObject();
        MultilineText.Split(json);
        var text = CanonicalJson.Write(json) + "\n"; // No string of JSON holds a line end as it is.
        return Encoding.UTF8.GetBytes(hasWindowsLines ? text.Replace("\n", "\r\n", StringComparison.Ordinal) : text);
    }

    /// <summary>Writes a file, whole or not at all.</summary>
    /// <exception cref="DocumentException">The file cannot be written; what was there is still there.</exception>
    public void Save(string path) => AtomicFile.Write(path, ToBytes());
}
