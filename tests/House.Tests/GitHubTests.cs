using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace House.Tests;

/// <summary>What GitHub, and those who cite or package this, read: it agrees with the repository.</summary>
public sealed partial class GitHubTests
{
    private static readonly string Version =
        XDocument.Load(In("Directory.Build.props")).Descendants("Version").Single().Value;

    [Fact]
    public void The_version_is_the_same_wherever_it_is_said()
    {
        Assert.Equal(Version, Field().Match(Read("CITATION.cff")).Groups["version"].Value);
        Assert.Contains($"## {Version}", Read("CHANGELOG.md"), StringComparison.Ordinal);
        var readmes = House.ProjectFiles.Select(project => Path.Combine(Path.GetDirectoryName(project)!, "README.md"))
            .Where(File.Exists).ToList();
        Assert.Equal(5, readmes.Count);
        foreach (var readme in readmes)
        {
            Assert.All(Asked().Matches(File.ReadAllText(readme)), asked =>
                Assert.Equal(Version, asked.Groups["version"].Value));
        }
    }

    [Fact]
    public void Workflows_call_files_and_commands_that_are_here()
    {
        var workflows = Directory.GetFiles(In(".github/workflows"), "*.yml").Select(File.ReadAllText).ToList();
        var named = workflows.SelectMany(text => Paths().Matches(text)).Select(match => match.Value).Distinct().ToList();

        Assert.Equal(3, workflows.Count);
        Assert.Contains(".ci/run", named);
        Assert.All(named, path => Assert.True(Path.Exists(In(path)), $"{path}, which a workflow names, is not there"));
        var first = Read("README.md").Split("```sh\n")[1].Split('\n')[0];
        Assert.Contains(workflows, text => text.Contains($"- run: {first}\n", StringComparison.Ordinal));
    }

    [Fact]
    public void Scripts_have_the_line_ends_of_the_systems_that_run_them()
    {
        string[] scripts =
        [
            ".ci/run", ".devcontainer/setup", "binder/postBuild", "binder/start", "deploy/jupyterhub/setup", "deploy/jupyterhub/student",
            "tests/Conformance/Hub/box",
        ];
        Assert.All(scripts, script => Assert.DoesNotContain('\r', Read(script)));
        var attributes = Read(".gitattributes");
        Assert.All(scripts, script => Assert.Contains($"{script} text eol=lf", attributes, StringComparison.Ordinal));
    }

    [Fact]
    public void A_container_has_the_SDK_that_the_repository_asks_for()
    {
        var sdk = JsonNode.Parse(Read("global.json"))!["sdk"]!["version"]!.GetValue<string>();
        var feature = string.Join('.', sdk.Split('.')[..2]);
        var image = JsonNode.Parse(Read(".devcontainer/devcontainer.json"))!["image"]!.GetValue<string>();

        Assert.EndsWith($"-{feature}", image, StringComparison.Ordinal);
        Assert.Contains($"--channel {feature} ", Read("binder/postBuild"), StringComparison.Ordinal);
    }

    private static string In(string path) => Path.Combine(House.Repository, path);

    private static string Read(string path) => File.ReadAllText(In(path));

    [GeneratedRegex(@"^version: (?<version>\S+)$", RegexOptions.Multiline)]
    private static partial Regex Field();

    [GeneratedRegex("""#r "nuget: NeuralNets[A-Za-z.]*, (?<version>[^"]+)""")]
    private static partial Regex Asked();

    [GeneratedRegex(@"(?<![\w./-])(\.ci/\w+|src/\w+|global\.json)(?![\w/])")]
    private static partial Regex Paths();
}
