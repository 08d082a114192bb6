using System.Text.RegularExpressions;
using Notebooks.CommandLine;
using Notebooks.Jupyter.Installing;
using Testing;

namespace Notebooks.Tests.CommandLine;

/// <summary>What the README says about the program is so.</summary>
public partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(WorkingCopy.Root, "README.md"));

    [Fact]
    public void Every_call_that_is_shown_is_a_call_that_exists()
    {
        var calls = Call().Matches(Readme).Select(match => match.Groups[1].Value.TrimEnd()).ToList();

        Assert.NotEmpty(calls);
        Assert.All(calls, call => Assert.Empty(CommandTree.Create().Parse(call.Split(' ')).Errors));
    }

    [Fact]
    public void Every_command_of_the_program_is_shown() =>
        Assert.All(
            CommandTree.Create().Subcommands.Where(command => !command.Hidden),
            command => Assert.Contains($"`{command.Name}", Readme, StringComparison.Ordinal));

    [Fact]
    public void Every_option_of_run_is_explained() =>
        Assert.All(
            CommandTree.Create().Subcommands.Single(command => command.Name == "run").Options,
            option => Assert.Contains(option.Name, Readme, StringComparison.Ordinal));

    [Fact]
    public void Microsofts_kernel_is_installed_as_the_program_says() =>
        Assert.Contains($"\n{KernelSpec.InstallMicrosofts}\n", Readme, StringComparison.Ordinal);

    [Fact]
    public void There_are_two_commands_under_that_heading()
    {
        var section = Readme.Split("## Two commands")[1].Split("\n## ")[0];

        Assert.Equal(
            ["dotnet run -c Release --project src/Notebooks -- book", "dotnet test -c Release"],
            section.Split('\n').Where(line => line.StartsWith("dotnet ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_link_into_the_repository_leads_somewhere() =>
        Assert.All(
            Link().Matches(Readme).Select(match => match.Groups[1].Value),
            link => Assert.True(Path.Exists(Path.Combine(WorkingCopy.Root, link)), link));

    [Fact]
    public void The_table_lists_the_notebooks_that_there_are() =>
        Assert.Equal(
            WorkingCopy.Notebooks.Select(file => $"notebooks/{Path.GetFileName(file)}"),
            Link().Matches(Readme).Select(match => match.Groups[1].Value).Where(link => link.EndsWith(".ipynb", StringComparison.Ordinal)));

    [Fact]
    public void A_badge_shows_how_a_workflow_that_there_is_went_and_says_its_name()
    {
        var badges = Badge().Matches(Readme);
        Assert.Equal(2, badges.Count);
        Assert.All(badges, badge =>
        {
            var file = Path.Combine(WorkingCopy.Root, ".github", "workflows", Path.GetFileName(badge.Groups["file"].Value));
            var workflow = File.ReadAllText(file).ReplaceLineEndings("\n");
            Assert.Contains($"\nname: {badge.Groups["name"].Value}\n", workflow, StringComparison.Ordinal);
        });
    }

    [GeneratedRegex(@"--project src/Notebooks -- (.+)")]
    private static partial Regex Call();

    // On GitHub a file of the repository stands at blob/main/: two up, there are the repository's workflows.
    [GeneratedRegex(@"\]\((?!https?:|\.\./\.\./actions/)([^)]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\[!\[(?<name>\w+): [^\]]+\]\((?<file>\.\./\.\./actions/workflows/[\w.]+)/badge\.svg\)\]\(\k<file>\)")]
    private static partial Regex Badge();
}
