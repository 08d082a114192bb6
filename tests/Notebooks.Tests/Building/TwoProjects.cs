using System.Diagnostics;
using Notebooks.CommandLine;
using Notebooks.Running;
using Notebooks.Tests.Packages;

namespace Notebooks.Tests.Building;

/// <summary>A small repository with the targets of ours by which a build is skipped: a program, and a library that needs a package.</summary>
public sealed class TwoProjects : IDisposable
{
    private readonly TestFeed feed = new();

    public TwoProjects()
    {
        feed.Add("Greeter", "1.0.0");
        Write("Directory.Build.props", "<Project><PropertyGroup><TargetFramework>net10.0</TargetFramework><NuGetAudit>false</NuGetAudit></PropertyGroup></Project>");
        Write("src/NeuralNets/NeuralNets.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputPath>bin/</OutputPath><AppendTargetFrameworkToOutputPath>false</AppendTargetFrameworkToOutputPath></PropertyGroup>
              <ItemGroup><PackageReference Include="Greeter" Version="1.0.0" /></ItemGroup>
            </Project>
            """);
        Write("src/NeuralNets/Library.cs", "public class Library;");
        Write("src/Program/Program.csproj", """
            <Project Sdk="Microsoft.NET.Sdk" DefaultTargets="BuildChanges">
              <PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>
              <ItemGroup><ProjectReference Include="../NeuralNets/NeuralNets.csproj" ReferenceOutputAssembly="false" /></ItemGroup>
            </Project>
            """);
        Write("src/Program/Program.cs", "return 0; public class Part;");
        Write("tests/Tests.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup><ProjectReference Include="../src/Program/Program.csproj" /></ItemGroup>
            </Project>
            """);
        Write("tests/Tests.cs", "public class Tests : Part;");
        File.Copy(Path.Combine(Repository.Find(AppContext.BaseDirectory)!, "src/Notebooks/Directory.Build.targets"), In("src/Program/Directory.Build.targets"));
    }

    public string Library => In("src/NeuralNets/bin/NeuralNets.dll");

    public void Dispose() => feed.Dispose();

    public string In(string path) => Path.Combine(feed.Folder, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(In(path))!);
        File.WriteAllText(In(path), text);
    }

    /// <summary>The command line's build of a project.</summary>
    /// <returns>Whether it is well, whether the library was looked at, and what was printed.</returns>
    internal async Task<(bool IsWell, bool IsDone, string Output)> Build(params string[] arguments)
    {
        var start = DotNetCommand.StartInfo(feed.Folder, ["build", .. arguments, "-nodeReuse:false", "-p:UseSharedCompilation=false"]);
        start.Environment.Remove("NUGET_PACKAGES"); // It would take the place of the folder that the feed's NuGet.Config names.
        using var build = Process.Start(start)!;
        build.StandardInput.Close();
        var problems = build.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await build.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (build.ExitCode == 0, output.Contains("NeuralNets -> ", StringComparison.Ordinal), output + await problems);
    }
}
