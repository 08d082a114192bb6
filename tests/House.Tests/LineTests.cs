namespace House.Tests;

/// <summary>What holds for every line of code.</summary>
public class LineTests
{
    private const int Longest = 140;

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void No_line_is_too_long_to_be_read_beside_another(string folder)
    {
        var root = Path.Combine(House.Repository, folder);
        var found = Directory.GetDirectories(root)
            .Where(project => Directory.EnumerateFiles(project, "*.csproj", SearchOption.AllDirectories).Any())
            .SelectMany(Project.SourceFiles)
            .SelectMany(path => File.ReadLines(path).Index()
                .Where(line => line.Item.Length > Longest)
                .Select(line => $"{Path.GetRelativePath(House.Repository, path)}:{line.Index + 1} has {line.Item.Length} characters"))
            .ToList();
        Assert.True(found.Count == 0, $"{found.Count} lines have more than {Longest} characters:\n{string.Join('\n', found)}");
    }
}
