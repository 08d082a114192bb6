using Microsoft.CodeAnalysis;
using Notebooks.Documents;

namespace Notebooks.Programs;

/// <summary>Puts a program together: directives, usings, the cells one after the other, what they share, their types.</summary>
/// <param name="notebook">The notebook.</param>
/// <param name="folder">The folder of the program.</param>
/// <param name="members">What the cells declare.</param>
/// <param name="isFull">True if values of any type are shown.</param>
internal sealed class ProgramWriter(NotebookDocument notebook, string folder, ProgramMembers members, bool isFull)
{
    // The notebook's own settings: no usings but its own, no warnings that its cells do not show; and whatever build files lie
    // around it, it is built alike.
    private const string Settings = """
        #:property ImplicitUsings=disable
        #:property Nullable=disable
        #:property WarningLevel=0
        #:property RunAnalyzers=false
        #:property PublishAot=false
        #:property TreatWarningsAsErrors=false
        #:property ManagePackageVersionsCentrally=false
        """;

    private static readonly string[] Usings =
        ["System", "System.Collections", "System.Collections.Generic", "System.Linq", "System.Text", "System.Threading.Tasks"];

    private readonly ProgramText text = new();

    /// <summary>Writes it.</summary>
    /// <param name="cells">All cells, prose too, in their order.</param>
    /// <param name="parts">What the cells with code became.</param>
    /// <param name="commands">What the notebook's commands ask for.</param>
    /// <param name="usings">The cells' usings.</param>
    /// <param name="files">Files that cells name.</param>
    public ProgramText Write(
        IReadOnlyList<ProgramCell> cells, IReadOnlyList<ProgramPart> parts, CellCommands commands, IEnumerable<string> usings,
        IReadOnlyList<string> files)
    {
        var sharedClass = members.Fresh("Shared");
        WriteDirectives(commands, files);
        var isShared = parts.Any(static part => part.Shared.Count > 0);
        WriteUsings([.. usings, "using static NotebookDisplay;", .. isShared ? (string[])[$"using static {sharedClass};"] : []]);
        WriteStart();
        foreach (var cell in cells)
            WriteCell(cell, parts.FirstOrDefault(part => part.Cell == cell));
        foreach (var part in parts)
        {
            foreach (var type in part.Types)
            {
                text.Skip();
                text.Add(type, part.Cell.Number);
            }
        }

        if (isShared)
            WriteShared(sharedClass, parts);
        text.Skip();
        text.Add(isFull ? DisplayClass.Full : DisplayClass.Simple);
        return text;
    }

    private void WriteDirectives(CellCommands commands, IReadOnlyList<string> files)
    {
        text.Add("#!/usr/bin/env dotnet");
        text.Comment($"The notebook {notebook.FileName} as a program: dotnet run {Path.ChangeExtension(notebook.FileName, ".cs")}");
        text.Add(Settings);
        if (members.All.Any(static member => member.Cell.Root.DescendantTokens().Any(static token => token.Text == "unsafe")))
            text.Add("#:property AllowUnsafeBlocks=true");
        if (commands.Sources.Count > 0)
            text.Add($"#:property RestoreAdditionalProjectSources={string.Join(';', commands.Sources.Distinct().Select(Source))}");
        if (files.Count > 0)
        {
            text.Add("#:property FileBasedProgramsItemMapping=.dll=Reference");
            foreach (var file in files)
                text.Add($"#:include {Path.GetRelativePath(folder, file).Replace('\\', '/')}");
        }

        // The formatters ask for versions of packages that no source has; the next ones do.
        if (isFull)
            text.Add("#:property NoWarn=$(NoWarn);NU1603");
        var packages = commands.Packages.Select(static package => (package.Name, Version: package.Version ?? "*"))
            .Concat(isFull ? [DisplayClass.Package] : []).DistinctBy(static package => package.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, version) in packages)
            text.Add($"#:package {name}@{version}");
    }

    private string Source(string source) => source.Contains("://", StringComparison.Ordinal)
        ? source : Path.GetFullPath(source, notebook.Folder);

    private void WriteUsings(IEnumerable<string> usings)
    {
        text.Skip();
        string[] own = isFull ? ["Microsoft.AspNetCore.Html", "Microsoft.DotNet.Interactive.Formatting"] : [];
        foreach (var line in own.Concat(Usings).Select(static name => $"using {name};").Concat(usings).Distinct())
            text.Add(line);
    }

    private void WriteStart()
    {
        var back = Path.GetRelativePath(folder, notebook.Folder).Replace('\\', '/');
        var place = members.Fresh("folder");
        text.Skip();
        text.Comment("Files are looked for from the notebook's folder on, and numbers look the same in every country, as in the notebook.");
        text.Add($"if (AppContext.GetData(\"EntryPointFileDirectoryPath\") is string {place})");
        text.Add(back == "."
            ? $"    Environment.CurrentDirectory = {place};"
            : $"    Environment.CurrentDirectory = System.IO.Path.Combine({place}, \"{back}\");");
        text.Add("System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.InvariantCulture;");
    }

    private void WriteCell(ProgramCell cell, ProgramPart? part)
    {
        text.Skip();
        if (cell.Comment.Length > 0)
            text.Comment(cell.Comment);
        if (part is null)
        {
            if (cell.Number > 0 && cell.Code.Length > 0)
                text.Comment($"Cell {cell.Number}, which does not compile, and is not meant to:\n{cell.Code}");
            return;
        }

        if (part.Statements.Length == 0)
            return;
        text.Comment($"Cell {cell.Number}{Renamed(cell)}");
        if (!cell.MayFail)
        {
            text.Add(part.Statements, cell.Number);
            return;
        }

        var error = members.Fresh("error");
        text.Add("try\n{");
        text.Add(part.Statements, cell.Number);
        text.Add($"}}\ncatch (Exception {error})\n{{");
        text.Add($"    Console.Error.WriteLine($\"{{{error}.GetType().Name}}: {{{error}.Message}}\");\n}}");
    }

    private string Renamed(ProgramCell cell)
    {
        var renamed = members.All.Where(member => member.Cell.Cell == cell && member.IsRenamed && !member.IsInner)
            .Select(static member => $"{member.Symbol.Name} is called {member.Name} here").ToList();
        return renamed.Count == 0 ? "" : $": its {string.Join(", ", renamed)}";
    }

    private void WriteShared(string name, IReadOnlyList<ProgramPart> parts)
    {
        text.Skip();
        text.Add("/// <summary>What methods and types of the cells use wherever they stand.</summary>");
        text.Add($"static class {name}\n{{");
        foreach (var part in parts)
        {
            foreach (var member in part.Shared)
                text.Add(member, part.Cell.Number);
        }

        text.Add("}");
    }
}
