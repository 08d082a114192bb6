namespace House.Tests;

/// <summary>Arrows between projects, and between the folders of a project, go one way.</summary>
public class ArrowTests
{
    private static readonly ILookup<(string From, string To), Arrow> Between = Arrows.All.ToLookup(arrow => arrow.Neighbours());

    private static IEnumerable<(string From, string To)> Edges => Between.Select(group => group.Key).Where(edge => edge.From != edge.To);

    [Fact]
    public void Every_source_is_understood()
    {
        var errors = House.Projects.SelectMany(project => project.Compilation.GetDiagnostics())
            .Where(diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error)
            .Select(diagnostic => diagnostic.ToString());
        Assert.True(!errors.Any(), string.Join('\n', errors));
    }

    [Fact]
    public void No_arrows_run_in_a_circle()
    {
        var next = Edges.ToLookup(edge => edge.From, edge => edge.To);
        var circles = Edges.Where(edge => Reaches(next, edge.To, edge.From))
            .Select(edge => $"{edge.From} → {edge.To}\n    {Between[edge].First()}")
            .ToList();
        Assert.True(circles.Count == 0, $"These arrows run in circles:\n{string.Join('\n', circles)}");
    }

    [Fact]
    public void A_new_arrow_is_a_decision() => House.Hold(
        "arrows.txt",
        [.. Edges.Select(edge => $"{edge.From} → {edge.To}").Order(StringComparer.Ordinal)],
        line => string.Concat(Between[Parse(line)].Take(3).Select(arrow => $"\n    {arrow}")));

    private static (string From, string To) Parse(string line) => line.Split(" → ") is [var from, var to] ? (from, to) : default;

    private static bool Reaches(ILookup<string, string> next, string from, string to)
    {
        var (seen, open) = (new HashSet<string> { from }, new Stack<string>([from]));
        while (open.TryPop(out var place))
        {
            if (place == to)
                return true;
            foreach (var further in next[place].Where(seen.Add))
                open.Push(further);
        }

        return false;
    }
}
