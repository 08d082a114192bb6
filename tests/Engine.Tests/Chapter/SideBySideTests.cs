using Notebooks.Sessions.Compiling;

namespace Engine.Tests.Chapter;

/// <summary>The engine compiles several notebooks at the same time, in one process.</summary>
public class SideBySideTests
{
    [Fact]
    public async Task Notebooks_that_are_compiled_at_the_same_time_do_not_meddle_with_each_other()
    {
        var names = ChapterNotebook.Names.Take(3).ToList();
        var found = await Task.WhenAll(names.Concat(names).Select(name => Task.Run(() => Compile(ChapterNotebook.Load(name)), Token)));
        Assert.Empty(found.SelectMany(errors => errors));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static List<string> Compile(ChapterNotebook notebook)
    {
        var compiler = new CellCompiler(notebook.Document.Folder);
        return [.. notebook.CodeCells
            .SelectMany((cell, i) =>
                compiler.Compile(new CellToCompile($"{notebook.Document.FileName}#cell {i + 1}", cell.Source, [], i), Token).Diagnostics)
            .Where(diagnostic => diagnostic.IsError)
            .Select(error => $"{error.Path}, line {error.Line}: {error.Message}")];
    }
}
