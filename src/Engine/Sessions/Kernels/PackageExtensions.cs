using System.Reflection;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;
using Notebooks.Packages;
using Notebooks.Sessions.Errors;
using Notebooks.Sessions.Output;

namespace Notebooks.Sessions.Kernels;

/// <summary>
/// Extensions of a package for .NET Interactive, in its folder <c>interactive-extensions/dotnet</c>: libraries with
/// extensions, which register formatters and the like, and a script.
/// </summary>
/// <param name="package">The package.</param>
/// <param name="kernel">The kernel whose cells use it.</param>
/// <param name="context">The cell that asked for it.</param>
internal sealed class PackageExtensions(RestoredPackage package, CSharpKernel kernel, KernelInvocationContext context)
{
    private readonly string folder = Path.Combine(package.Folder, "interactive-extensions", "dotnet");

    /// <summary>Loads the extensions, says from where, and runs the script.</summary>
    /// <exception cref="PackageException">An extension or the script fails.</exception>
    public async Task LoadAsync()
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var library in Directory.GetFiles(folder, "*.dll").Order(StringComparer.Ordinal))
            await LoadAsync(library);
        var script = Path.Combine(folder, "extension.dib");
        if (File.Exists(script))
            await RunAsync(script);
    }

    private async Task LoadAsync(string library)
    {
        try
        {
            List<Type> extensions = [.. kernel.Cells.Load(library).GetExportedTypes().Where(IsExtension)];
            if (extensions.Count > 0)
                context.DisplayAs($"Loading extensions from `{Shown(library)}`", PlainTextFormatter.MimeType);
            foreach (var type in extensions)
            {
                var extension = (IKernelExtension)Activator.CreateInstance(type)!;
                await extension.OnLoadAsync(kernel.RootKernel);
                context.Publish(new KernelExtensionLoaded(extension, context.Command));
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var cause = exception is TargetInvocationException { InnerException: { } inner } ? inner : exception;
            throw new PackageException(
                $"{package.Name} {package.Version}: its extension in {Path.GetFileName(library)} failed: {cause.GetType().Name}: "
                + $"{Guarded.Message(cause)}", cause);
        }
    }

    // Where .NET Interactive says nothing of a script that fails, the cell fails here as with any other extension.
    private async Task RunAsync(string script)
    {
        context.DisplayAs($"Loading extension script from `{Shown(script)}`", PlainTextFormatter.MimeType);
        var cell = Submission.Current ?? throw new InvalidOperationException("Only a running cell can ask for a package.");
        foreach (var (part, _) in ImportedFile.Read(script, Shown(script)))
        {
            var run = Submission.Current = cell.Submit(part);
            var result = await kernel.RootKernel.SendAsync(new SubmitCode(part.Code));
            Submission.Current = cell;
            if ((run.Error ?? SubmissionErrors.Of(result, part, kernel.RootKernel)) is { } error)
                throw new PackageException($"{package.Name} {package.Version}: its extension script failed: {error.Name}: {error.Message}");
        }
    }

    private static bool IsExtension(Type type) =>
        type is { IsAbstract: false, IsGenericTypeDefinition: false } && type.IsAssignableTo(typeof(IKernelExtension));

    // Without the folder of all packages, which is another one for each reader: what a cell shows is saved and compared.
    private string Shown(string path) =>
        Path.GetRelativePath(Path.GetFullPath(Path.Combine(package.Folder, "..", "..")), path).Replace('\\', '/');
}
