using System.Text.RegularExpressions;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Directives;
using Notebooks.Packages;
using Notebooks.Sessions.Messages;
using Notebooks.Sessions.Output;

namespace Notebooks.Sessions.Kernels;

/// <summary>
/// Directives by which cells ask something of NuGet: <c>#r "nuget: Name, Version"</c> and <c>#i "nuget: source"</c>. .NET
/// Interactive's parser takes these lines out of a cell and lets the hidden <c>#!nuget-restore</c> follow the last of them,
/// before the cell's code.
/// </summary>
internal sealed partial class PackageDirectives
{
    private readonly SessionPackages packages = new();
    private readonly List<PackageRequest> asked = [];
    private readonly List<string> sources = [];

    /// <summary>Fetches NuGet packages; null when this session cannot.</summary>
    public IPackageRestore? Restore
    {
        get => packages.Restore;
        set => packages.Restore = value;
    }

    /// <summary>True if a cell shows how far a restore is.</summary>
    public bool ShowsProgress
    {
        get => packages.ShowsProgress;
        set => packages.ShowsProgress = value;
    }

    /// <summary>A cell without the comments behind its directives, of which .NET Interactive's parser knows nothing.</summary>
    public static string WithoutComments(string code) => Comment().Replace(code, "");

    /// <summary>Makes the directives known.</summary>
    /// <param name="kernel">The kernel whose cells may use them.</param>
    public void AddTo(CSharpKernel kernel)
    {
        kernel.AddDirective<ReferencePackage>(Directive("#r", "Reference a NuGet package, or an assembly by its path"), Ask);
        kernel.AddDirective<IncludePackageSource>(Directive("#i", "Look for packages in a further source"), (command, _) =>
        {
            sources.Add(WithoutScheme(command.Value));
            return Task.CompletedTask;
        });
        kernel.AddDirective(
            new KernelActionDirective("#!nuget-restore") { Hidden = true }, (command, context) => RestoreAsync(kernel, command, context));
    }

    private static KernelActionDirective Directive(string name, string description) => new(name)
    {
        Description = description,
        Parameters = [new KernelDirectiveParameter("") { AllowImplicitName = true, Required = true }],
    };

    private static string WithoutScheme(string value) =>
        (value.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase) ? value["nuget:".Length..] : value).Trim();

    private static void Fail(PackageException exception, KernelCommand command, KernelInvocationContext context)
    {
        if (Submission.Current is { } submission)
            submission.Error ??= CellError.Of(CellErrorNames.Package, exception.Message);
        context.Fail(command, exception, exception.Message);
    }

    private Task Ask(ReferencePackage command, KernelInvocationContext context)
    {
        try
        {
            asked.Add(PackageRequest.Parse(WithoutScheme(command.Value)));
        }
        catch (PackageException exception)
        {
            asked.Clear(); // The cell ends here, and the next one starts anew.
            sources.Clear();
            Fail(exception, command, context);
        }

        return Task.CompletedTask;
    }

    private async Task RestoreAsync(CSharpKernel kernel, KernelCommand command, KernelInvocationContext context)
    {
        List<PackageRequest> wanted = [.. asked];
        List<string> named = [.. sources];
        asked.Clear();
        sources.Clear();
        try
        {
            var (added, remarks) = await packages.AddAsync(
                wanted, named, context, Submission.Current?.CancellationToken ?? CancellationToken.None);
            foreach (var remark in remarks.Concat(added.SelectMany(kernel.Cells.Add)))
                Submission.Current?.Output.Write("stderr", remark + "\n");
            foreach (var package in added)
                await new PackageExtensions(package, kernel, context).LoadAsync();
        }
        catch (PackageException exception)
        {
            Fail(exception, command, context);
        }
    }

    [GeneratedRegex("""(?<=^[ \t]*#[ri][ \t]+"nuget:[^"\n]*")[ \t]*//[^\n]*""", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
