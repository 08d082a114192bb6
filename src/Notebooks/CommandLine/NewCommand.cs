using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using Notebooks.Documents;

namespace Notebooks.CommandLine;

/// <summary><c>new</c>: writes a notebook that runs.</summary>
internal static class NewCommand
{
    private const string Ending = ".ipynb";

    // As VS Code and Jupyter write it, for the kernel that goes by .NET Interactive's name.
    private const string Template = """
        {"cells": [
         {"cell_type": "markdown", "id": "title", "metadata": {}, "source": ""},
         {"cell_type": "code", "execution_count": null, "id": "hello", "outputs": [],
          "metadata": {"language_info": {"name": "polyglot-notebook"}, "polyglot_notebook": {"kernelName": "csharp"}},
          "source": "var name = \"world\";\n$\"Hello, {name}\""}],
         "metadata": {"kernelspec": {"display_name": ".NET (C#)", "language": "C#", "name": ".net-csharp"},
          "language_info": {"name": "polyglot-notebook"},
          "polyglot_notebook": {"kernelInfo": {"defaultKernelName": "csharp",
           "items": [{"aliases": [], "languageName": "csharp", "name": "csharp"}]}}},
         "nbformat": 4, "nbformat_minor": 5}
        """;

    /// <summary>Its place in the command tree.</summary>
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "The file; .ipynb may be left out." };
        var command = new Command("new", "Write a notebook for C# that runs.") { name };
        command.SetAction(call => Write(call.GetValue(name)!));
        return command;
    }

    private static int Write(string name)
    {
        if (Path.GetFileName(name) is "" or Ending)
            throw new CallException($"\"{name}\": the name of a notebook is expected, such as first-steps");
        var file = name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) ? name : name + Ending;
        if (Path.Exists(file))
            throw new CallException($"{file}: is there already; give another name");
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && !Directory.Exists(folder))
            throw new CallException($"{file}: there is no folder {folder}");
        var json = JsonNode.Parse(Template)!;
        json["cells"]![0]!["source"] = $"# {Path.GetFileNameWithoutExtension(file)}";
        NotebookDocument.Parse(Encoding.UTF8.GetBytes(json.ToJsonString()), file).Save(file);
        Console.WriteLine(file);
        return ExitStatus.Success;
    }
}
