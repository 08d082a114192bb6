using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Notebooks.Documents;
using Notebooks.Packages;

namespace Notebooks.Programs;

/// <summary>Makes of a notebook a plain C# program: one file that <c>dotnet run</c> builds, and that prints what it shows.</summary>
public static partial class ProgramExport
{
    /// <summary>Makes the program; nothing is executed.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="folder">The folder in which the program will lie.</param>
    /// <param name="restore">Fetches the packages that cells ask for.</param>
    /// <param name="progress">Hears how long that takes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ExportedProgram> OfAsync(
        NotebookDocument notebook, string folder, IPackageRestore restore, Action<string> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        ArgumentNullException.ThrowIfNull(restore);
        var commands = new CellCommands(notebook.Name);
        var cells = ProgramCell.Of(notebook, commands);
        if (commands.Mistakes.Count > 0)
            return Refused(commands);
        IReadOnlyList<RestoredPackage> packages = [];
        try
        {
            if (commands.Packages.Count > 0)
                packages = await restore.RestoreAsync(new(commands.Packages, [], commands.Sources), progress, cancellationToken);
        }
        catch (PackageException error)
        {
            commands.Mistakes.Add($"{notebook.Name}: {error.Message}");
            return Refused(commands);
        }

        var chain = Compile(notebook, cells, packages, commands, cancellationToken);
        return commands.Mistakes.Count > 0 ? Refused(commands) : Write(notebook, folder, cells, chain, commands, cancellationToken);
    }

    private static ExportedProgram Refused(CellCommands commands) => new("", commands.Remarks, commands.Mistakes);

    private static ScriptChain Compile(
        NotebookDocument notebook, IReadOnlyList<ProgramCell> cells, IReadOnlyList<RestoredPackage> packages, CellCommands commands,
        CancellationToken cancellationToken)
    {
        var chain = new ScriptChain(notebook.Folder, packages);
        foreach (var cell in cells.Where(static cell => cell.Code.Length > 0))
        {
            if (chain.Add(cell, cancellationToken) is not { } error)
                continue;
            if (cell.MayFail)
                commands.Remarks.Add($"{notebook.Name}, cell {cell.Number}: does not compile, as it is meant to; a comment in the program");
            else
                commands.Mistakes.Add($"{notebook.Name}, cell {cell.Number}, {error}");
        }

        return chain;
    }

    private static ExportedProgram Write(
        NotebookDocument notebook, string folder, IReadOnlyList<ProgramCell> cells, ScriptChain chain, CellCommands commands,
        CancellationToken cancellationToken)
    {
        var members = new ProgramMembers(chain.Cells);
        members.Name(["args", "NotebookDisplay", "ShownValue"]);
        SharedMembers.Mark(members);
        var parts = chain.Cells.Select(cell => new CellRewriter(
            cell, members, what => commands.Mistakes.Add($"{notebook.Name}, cell {cell.Cell.Number}: {what}")).Rewrite()).ToList();
        if (commands.Mistakes.Count > 0)
            return Refused(commands);

        var isFull = chain.Cells.Any(DisplayClass.IsFullFor);
        string[] notebooksOwn = ["using Microsoft.DotNet.Interactive;", "using static Microsoft.DotNet.Interactive.Kernel;"];
        var usings = chain.Cells.SelectMany(static cell => cell.Root.Usings).Select(static used => used.ToString())
            .Where(used => !notebooksOwn.Contains(used));
        var files = chain.NamedFiles.ToList();
        while (true)
        {
            var text = new ProgramWriter(notebook, Path.GetFullPath(folder), members, isFull).Write(cells, parts, commands, usings, files);
            var errors = ErrorsOf(text, chain, [.. files, .. isFull ? DisplayClass.Files : []], cancellationToken);
            if (errors.Count == 0)
                return new(text.ToString(), commands.Remarks, []);
            if (MissingFile(errors, files) is not { } missing)
                return new("", commands.Remarks, [.. Described(errors, text).Select(error => $"{notebook.Name}, {error}")]);
            files.Add(missing);
        }
    }

    /// <summary>The errors that the compiler finds in the finished program.</summary>
    private static List<Diagnostic> ErrorsOf(
        ProgramText text, ScriptChain chain, IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest).WithFeatures([new("FileBasedProgram", "true")]);
        var tree = CSharpSyntaxTree.ParseText(text.ToString(), options, cancellationToken: cancellationToken);
        var compilation = CSharpCompilation.Create(
            "program", [tree], chain.ReferencesWith(files),
            new CSharpCompilationOptions(
                OutputKind.ConsoleApplication, allowUnsafe: true, assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default));
        return [.. compilation.GetDiagnostics(cancellationToken).Where(static found => found.Severity == DiagnosticSeverity.Error)];
    }

    /// <summary>A file beside the known ones that the compiler misses: what a library itself refers to and shows in its members.</summary>
    private static string? MissingFile(IEnumerable<Diagnostic> errors, IReadOnlyList<string> files) => errors
        .Where(static error => error.Id == "CS0012")
        .SelectMany(static error => AssemblyName().Matches(error.GetMessage(CultureInfo.InvariantCulture)))
        .SelectMany(name => files.Select(file => Path.Combine(Path.GetDirectoryName(file)!, $"{name.Groups["name"].Value}.dll")))
        .FirstOrDefault(file => !files.Contains(file) && File.Exists(file));

    /// <summary>The first error of each cell: others follow from it.</summary>
    private static IEnumerable<string> Described(IEnumerable<Diagnostic> errors, ProgramText text) => errors
        .Select(error => (Cell: text.CellOf(error.Location.GetLineSpan().StartLinePosition.Line), Error: error))
        .DistinctBy(static found => found.Cell).OrderBy(static found => found.Cell)
        .Select(static found => string.Create(
            CultureInfo.InvariantCulture,
            $"{(found.Cell > 0 ? $"cell {found.Cell}" : "its program")}: cannot stand in a plain program: "
            + $"{found.Error.GetMessage(CultureInfo.InvariantCulture)} ({found.Error.Id})"));

    [GeneratedRegex(@"'(?<name>[\w.-]+), Version=")]
    private static partial Regex AssemblyName();
}
