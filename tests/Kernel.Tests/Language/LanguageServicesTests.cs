using Engine.Tests.Sessions;
using Notebooks.Jupyter.Language;
using Notebooks.Sessions.Messages;

namespace Kernel.Tests.Language;

public sealed class LanguageServicesTests : IDisposable
{
    private readonly TestSession session = new();
    private readonly LanguageServices language;

    public LanguageServicesTests() =>
        language = new LanguageServices(() => session.Scope, () => Task.FromResult(session.Session.MagicCommands));

    public void Dispose()
    {
        language.Dispose();
        session.Dispose();
    }

    [Fact]
    public async Task Completion_knows_what_earlier_cells_declared()
    {
        await session.Run("var hiddenUnits = 10;");
        await session.Run("record Sample(double X, double Y); var samples = new List<Sample>();");

        Assert.Equal(["hiddenUnits"], await Complete("hidden"));
        Assert.Contains("Add", await Complete("samples."));
        Assert.Equal(["Select", "SelectMany"], await Complete("samples.Sel"));
        Assert.Contains("Y", await Complete("samples.Select(s => s."));
    }

    [Fact]
    public async Task Completion_follows_a_name_that_is_declared_again()
    {
        await session.Run("var x = 1;");
        Assert.DoesNotContain("Length", await Complete("x."));

        await session.Run("var x = \"text\";");
        Assert.Contains("Length", await Complete("x."));
    }

    [Fact]
    public async Task The_fiftieth_cell_takes_hardly_more_memory_than_the_tenth()
    {
        var taken = new List<double>();
        for (var cell = 0; cell < 50; cell++)
        {
            await session.Run("1 + 1");
            var before = GC.GetTotalAllocatedBytes(precise: true);
            Assert.Contains("WriteLine", await Complete("Console.Wri"));
            taken.Add(GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        // References that every cell names anew make it four times as much. What other tests take meanwhile falls on some cells only.
        Assert.InRange(Middle(taken[40..]), 0, 2 * Middle(taken[5..15]));

        static double Middle(List<double> bytes) => bytes.Order().ElementAt(bytes.Count / 2);
    }

    [Fact]
    public async Task Completion_replaces_what_has_been_typed_counted_in_characters()
    {
        const string code = "var s = \"é😀\"; s.Len";

        var found = await language.CompleteAsync(code, 19);

        Assert.Equal(["Length"], found.Matches.Select(match => match.Text));
        Assert.Equal((16, 19), (found.Start, found.End));
    }

    [Fact]
    public async Task Completion_offers_magic_commands() => Assert.Equal(["#!time"], await Complete("1 + 1\n#!ti"));

    [Fact]
    public async Task Completion_works_below_a_magic_command() => Assert.Contains("WriteLine", await Complete("#!time\nConsole.Wri"));

    [Fact]
    public async Task Completion_finds_nothing_at_a_name_that_nobody_declared() => Assert.Empty(await Complete("nobodyKnows."));

    [Theory]
    [InlineData("Math.Max(1.5, ", "double Math.Max(double val1, double val2)")]
    [InlineData("string.Join", "string string.Join(char separator, params object?[] values)")]
    [InlineData("new List<int>(", "List<int>.List()")]
    public async Task Inspection_shows_the_signature_of_a_framework_member(string code, string firstLine) =>
        Assert.Equal(firstLine, (await Inspect(code)).Plain.Split('\n')[0]);

    [Fact]
    public async Task Inspection_shows_the_documentation_of_the_framework()
    {
        var known = await Inspect("Math.Sqrt");

        Assert.Contains("Returns the square root of a specified number.", known.Plain, StringComparison.Ordinal);
        Assert.StartsWith("```csharp\ndouble Math.Sqrt(double d)\n```", known.Markdown, StringComparison.Ordinal);
        Assert.Contains("- `d`: The number whose square root is to be found.", known.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspection_shows_the_documentation_beside_a_referenced_library()
    {
        var library = typeof(CellResult).Assembly.Location;
        await session.Run($"#r \"{library}\"\nusing Notebooks.Sessions.Messages;");

        var known = await Inspect("new CellResult(");

        Assert.Contains("Why it failed, or null when it did not.", known.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspection_shows_what_a_cell_has_documented()
    {
        await session.Run("/// <summary>Doubles <paramref name=\"n\"/>.</summary>\nint Twice(int n) => 2 * n;");

        Assert.Equal("int Twice(int n)\n\nDoubles n.", (await Inspect("Twice(")).Plain);
    }

    [Fact]
    public async Task Inspection_of_an_argument_shows_the_argument()
    {
        await session.Run("var rate = 0.1;");

        Assert.Equal("double rate", (await Inspect("Math.Sqrt(rate")).Plain);
    }

    [Fact]
    public async Task Inspection_of_nothing_finds_nothing() => Assert.Null(await language.InspectAsync("  // nothing", 5));

    [Theory]
    [InlineData("1 + 1", "complete", "")]
    [InlineData("", "complete", "")]
    [InlineData("#!time\n1 + 1", "complete", "")]
    [InlineData("#r \"nuget: Humanizer, 2.14.1\"", "complete", "")]
    [InlineData("for (int i = 0; i < 3; i++) {", "incomplete", "    ")]
    [InlineData("Console.WriteLine(", "incomplete", "    ")]
    [InlineData("int F() {\n    if (x) {", "incomplete", "        ")]
    [InlineData("/* a comment", "incomplete", "")]
    [InlineData("1 +", "incomplete", "")]
    [InlineData("var x = ;", "invalid", "")]
    [InlineData("}", "invalid", "")]
    public void A_cell_is_complete_incomplete_or_invalid(string code, string status, string indent) =>
        Assert.Equal((status, indent), CodeCompleteness.Of(code));

    private async Task<IEnumerable<string>> Complete(string code) =>
        (await language.CompleteAsync(code, code.EnumerateRunes().Count())).Matches.Select(match => match.Text);

    private async Task<Documentation> Inspect(string code) =>
        await language.InspectAsync(code, code.Length) ?? throw new InvalidOperationException("Nothing is known there.");
}
