using Notebooks.Sessions.Compiling;

namespace Engine.Tests.Sessions;

/// <summary>The compilers of several notebooks in one process.</summary>
public sealed class SideBySideCompilersTests
{
    [Fact]
    public async Task Cells_agree_with_each_other_while_other_compilers_are_at_work()
    {
        var problems = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() =>
        {
            var compiler = new CellCompiler(Path.GetTempPath());
            return string.Concat(((string[])["1", "display(\"shown\");", "var shown = display(2);\nHTML(\"<b>\")", "shown.Update(3);"])
                .SelectMany((code, position) =>
                    compiler.Compile(new CellToCompile("cell", code, [], position), CancellationToken.None).Diagnostics)
                .Select(found => found.Message));
        })));

        Assert.All(problems, found => Assert.Equal("", found));
    }
}
