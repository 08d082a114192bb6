using System.CommandLine;
using Notebooks.Documents;

namespace Notebooks.CommandLine;

/// <summary><c>clean</c>: takes outputs, execution numbers and notes about runs out of notebooks.</summary>
internal static class CleanCommand
{
    /// <summary>Its place in the command tree.</summary>
    public static Command Create()
    {
        var files = NotebookFiles.Argument();
        files.Arity = ArgumentArity.OneOrMore;
        files.Description = "The notebooks.";
        var check = new Option<bool>("--check")
        {
            Description = "Write nothing; name the notebooks that are not clean, and end with status 1 if there are any.",
        };
        var command = new Command("clean", "Take outputs, execution numbers and notes about runs out; every other byte stays.")
        {
            files,
            check,
        };
        command.SetAction(call => Clean(NotebookFiles.Load(call.GetValue(files)!), call.GetValue(check)));
        return command;
    }

    private static int Clean(IReadOnlyList<NotebookDocument> notebooks, bool isCheck)
    {
        var changed = 0;
        foreach (var file in notebooks.Select(notebook => notebook.Name))
        {
            var content = File.ReadAllBytes(file);
            var clean = NotebookCleaning.Clean(content, file);
            if (clean.AsSpan().SequenceEqual(content))
                continue;
            changed++;
            if (!isCheck)
                AtomicFile.Write(file, clean);
            Console.WriteLine(isCheck ? $"{file}: not clean; say clean {file}" : $"{file}: cleaned");
        }

        return isCheck && changed > 0 ? ExitStatus.Failed : ExitStatus.Success;
    }
}
