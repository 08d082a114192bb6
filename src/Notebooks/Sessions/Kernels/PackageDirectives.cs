using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Directives;
using Notebooks.Sessions.Output;

namespace Notebooks.Sessions.Kernels;

/// <summary>
/// What cells ask of NuGet: <c>#r "nuget: Name, Version"</c> and <c>#i "nuget: source"</c>. .NET Interactive's parser takes
/// these lines out of a cell and lets the hidden <c>#!nuget-restore</c> follow the last of them, before the cell's code.
/// </summary>
internal sealed class PackageDirectives
{
    private readonly List<PackageRequest> packages = [];
    private readonly List<PackageRequest> asked = [];
    private readonly List<string> sources = [];

    /// <summary>Fetches NuGet packages; null when this session cannot.</summary>
    public IPackageRestore? Restore { get; set; }

    /// <summary>Makes the directives known.</summary>
    /// <param name="kernel">The kernel whose cells may use them.</param>
    public void AddTo(CSharpKernel kernel)
    {
        kernel.AddDirective<ReferencePackage>(Directive("#r", "Reference a NuGet package, or an assembly by its path"), AddAsync);
        kernel.AddDirective<IncludePackageSource>(Directive("#i", "Look for packages in a further source"), (command, _) =>
        {
            sources.Add(command.Value.Replace("nuget:", "", StringComparison.Ordinal).Trim());
            return Task.CompletedTask;
        });
        kernel.AddDirective(new KernelActionDirective("#!nuget-restore") { Hidden = true }, (command, context) => RestoreAsync(kernel, command, context));
    }

    private static KernelActionDirective Directive(string name, string description) => new(name)
    {
        Description = description,
        Parameters = [new KernelDirectiveParameter("") { AllowImplicitName = true, Required = true }],
    };

    private Task AddAsync(ReferencePackage command, KernelInvocationContext context)
    {
        if (PackageReference.TryParse(command.Value, out var package))
            asked.Add(new PackageRequest(package.PackageName, package.PackageVersion is "" or "*" ? null : package.PackageVersion));
        else
            Fail($"#r \"{command.Value}\" names no package; expected #r \"nuget: Name, Version\".", command, context);
        return Task.CompletedTask;
    }

    private async Task RestoreAsync(CSharpKernel kernel, KernelCommand command, KernelInvocationContext context)
    {
        if (asked.Count == 0)
            return; // A source alone.
        List<PackageRequest> wanted = [.. packages, .. asked];
        asked.Clear();
        if (Restore is null)
        {
            Fail($"{wanted[^1].Name}: NuGet packages are restored in the Jupyter kernel only, not here. Reference a library by its path instead: #r \"../lib/{wanted[^1].Name}.dll\".", command, context);
            return;
        }

        var (output, stop) = Submission.Current is { } cell ? (cell.Output, cell.CancellationToken) : (CellOutput.None, CancellationToken.None);
        try
        {
            kernel.Cells.Add(await Restore.RestoreAsync(wanted, sources, text => output.Write("stdout", text), stop));
            packages.Clear();
            packages.AddRange(wanted); // Only what could be had counts in later cells.
        }
        catch (PackageException exception)
        {
            Fail(exception.Message, command, context);
        }
    }

    private static void Fail(string message, KernelCommand command, KernelInvocationContext context) =>
        context.Fail(command, new PackageException(message), message);
}
