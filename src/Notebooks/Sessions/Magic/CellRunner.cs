using System.Diagnostics;
using System.Globalization;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;
using Notebooks.Sessions.Compiling;
using Notebooks.Sessions.Errors;

namespace Notebooks.Sessions.Magic;

/// <summary>Runs cells part by part: C#, text in other languages, magic commands.</summary>
/// <param name="folder">The notebook's folder.</param>
/// <param name="compiler">Compiles the C# among them.</param>
internal sealed class CellRunner(string folder, ICellCompiler compiler)
{
    private readonly CellSources sources = new(folder);
    private readonly List<PackageRequest> packages = [];
    private readonly List<string> packageSources = [];
    private readonly Stack<string> imports = new();
    private CSharpCells? cells;

    /// <summary>The C# cells and their variables.</summary>
    public CSharpCells Cells => cells ??= new CSharpCells(folder, compiler, sources);

    /// <summary>Fetches NuGet packages; null when this session cannot.</summary>
    public IPackageRestore? PackageRestore { get; set; }

    /// <summary>Runs a cell; its own failure is a result.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="context">Receives what it shows.</param>
    public async Task<CellResult> RunAsync(CellRequest cell, KernelInvocationContext context)
    {
        var result = new CellResult(null, null);
        Stopwatch? watch = null;
        foreach (var part in MagicCommands.Split(cell.Code))
        {
            // Only the last value is the cell's result; those of parts before it are shown on the way.
            if (result.Value is { } value)
                Show(value, context);
            result = part is { IsCommand: true, Name: "time" }
                ? Start(out watch)
                : part is { IsCommand: true, Name: "import" }
                    ? await ImportAsync(part.Code, context)
                    : part.IsCommand ? RunCommand(part, context) : await RunTextAsync(part, cell, context);
            if (!result.Succeeded)
                break;
        }

        if (watch is not null)
            context.DisplayAs(string.Create(CultureInfo.InvariantCulture, $"Wall time: {watch.Elapsed.TotalMilliseconds:0.0###}ms"), "text/plain");
        return result;
    }

    private static void Show(MimeBundle value, KernelInvocationContext context) => context.PublishDisplay(
        [.. value.Data.Select(item => new FormattedValue(item.Key, item.Value.ToString()))], Guid.NewGuid().ToString());

    private static string Describe(SessionVariable variable) =>
        $"{variable.Name,-20}{variable.Type.ToDisplayString("text/plain"),-24}{variable.Value.ToDisplayString("text/plain").ReplaceLineEndings(" ")}";

    private static CellResult Start(out Stopwatch watch)
    {
        watch = Stopwatch.StartNew();
        return new CellResult(null, null);
    }

    private async Task<CellResult> RunTextAsync(CellPart part, CellRequest cell, KernelInvocationContext context)
    {
        switch (part.Name)
        {
            case MagicCommands.CSharp:
                return await RunCSharpAsync(sources.AddCell(cell.NotebookName, cell.CellNumber, part.Code), context);
            case "html":
                context.DisplayAs(part.Code.TrimStart('\n'), "text/html");
                break;
            case "markdown":
                context.DisplayAs(part.Code.TrimStart('\n'), "text/markdown");
                break;
            case "javascript":
                Kernel.Javascript(part.Code.TrimStart('\n'));
                break;
        }

        return new CellResult(null, null);
    }

    private async Task<CellResult> RunCSharpAsync(CellSource source, KernelInvocationContext context)
    {
        var directives = PackageDirectives.Take(source.Text);
        if (directives.Packages.Count == 0)
        {
            packageSources.AddRange(directives.Sources);
            return await Cells.RunAsync(source, directives.Sources.Count == 0 ? source.Text : directives.Code, context);
        }

        if (PackageRestore is null)
        {
            return CellResult.Failed(CellErrorNames.Package,
                $"{directives.Packages[0].Name}: NuGet packages are restored in the Jupyter kernel only, not here. Reference a library by its path instead: #r \"../lib/{directives.Packages[0].Name}.dll\".");
        }

        try
        {
            // Only what could be had counts in later cells.
            List<PackageRequest> wanted = [.. packages, .. directives.Packages];
            List<string> sources = [.. packageSources, .. directives.Sources];
            Cells.Add(await PackageRestore.RestoreAsync(wanted, sources, context.DisplayStandardOut, context.CancellationToken));
            packages.AddRange(directives.Packages);
            packageSources.AddRange(directives.Sources);
        }
        catch (PackageException exception)
        {
            return CellResult.Failed(CellErrorNames.Package, exception.Message);
        }

        return await Cells.RunAsync(source, directives.Code, context);
    }

    private CellResult RunCommand(CellPart part, KernelInvocationContext context)
    {
        switch (part.Name)
        {
            case "lsmagic":
                context.DisplayAs(string.Join('\n', MagicCommands.Described.Select(command => $"{command.Name,-14}{command.Meaning}")), "text/plain");
                break;
            case "who":
                context.DisplayAs(string.Join('\t', Cells.Variables.Select(variable => variable.Name)), "text/plain");
                break;
            case "whos":
                context.DisplayAs(string.Join('\n', Cells.Variables.Select(Describe)), "text/plain");
                break;
            default:
                return CellResult.Failed(CellErrorNames.MagicCommand, $"#!{part.Name} is not known here. Known are: {string.Join(", ", MagicCommands.Known)}.");
        }

        return new CellResult(null, null);
    }

    private async Task<CellResult> ImportAsync(string argument, KernelInvocationContext context)
    {
        var path = Path.GetFullPath(argument.Trim('"', ' '), folder);
        if (imports.Contains(path))
            return CellResult.Failed(CellErrorNames.MagicCommand, $"#!import {argument}: the file imports itself: {string.Join(" → ", imports.Reverse().Append(path).Select(Path.GetFileName))}");
        imports.Push(path);
        try
        {
            foreach (var cell in ImportedFile.Read(path, argument))
            {
                var result = await RunAsync(cell, context);
                if (result.Value is { } value)
                    Show(value, context);
                if (!result.Succeeded)
                    return result;
            }
        }
        catch (Documents.DocumentException exception)
        {
            return CellResult.Failed(CellErrorNames.MagicCommand, $"#!import {argument}: {exception.Message}");
        }
        finally
        {
            imports.Pop();
        }

        return new CellResult(null, null);
    }
}
