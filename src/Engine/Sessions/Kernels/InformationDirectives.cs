using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Directives;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;
using Notebooks.Platform;

namespace Notebooks.Sessions.Kernels;

/// <summary>The magic commands that tell something: how long a cell takes, which commands there are, what runs here.</summary>
internal static class InformationDirectives
{
    /// <summary><c>#!time</c>.</summary>
    public static KernelActionDirective Time => new("#!time") { Description = "Time the execution of the code below in the submission." };

    /// <summary><c>#!lsmagic</c>.</summary>
    public static KernelActionDirective ListMagic => new("#!lsmagic") { Description = "List the available magic commands / directives" };

    /// <summary><c>#!about</c>.</summary>
    public static KernelActionDirective About => new("#!about") { Description = "Show version and build information" };

    /// <summary>Shows how long the cell took, when it has ended.</summary>
    public static Task TimeAsync(KernelCommand command, KernelInvocationContext context)
    {
        var watch = Stopwatch.StartNew();
        context.OnComplete(ended => ended.Publish(new DisplayedValueProduced(
            watch.Elapsed, ended.Command,
            PlainText(string.Create(CultureInfo.InvariantCulture, $"Wall time: {watch.Elapsed.TotalMilliseconds:0.0###}ms")))));
        return Task.CompletedTask;
    }

    /// <summary>Lists the magic commands.</summary>
    public static Task ListMagicAsync(KernelCommand command, KernelInvocationContext context)
    {
        context.DisplayAs(
            string.Join('\n', Known(context.HandlingKernel.RootKernel).Select(known => $"{known.Name,-14}{Describe(known)}")),
            PlainTextFormatter.MimeType);
        return Task.CompletedTask;
    }

    /// <summary>Shows the versions of the engine, of .NET Interactive's types and of the runtime.</summary>
    public static Task AboutAsync(KernelCommand command, KernelInvocationContext context)
    {
        var version = typeof(InformationDirectives).Assembly.GetName().Version;
        var library = typeof(Kernel).Assembly
            .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];
        context.DisplayAs(
            $"{ThisProgram.Name} {version?.ToString(3)}, with Microsoft.DotNet.Interactive {library}, on "
            + $"{RuntimeInformation.FrameworkDescription}", PlainTextFormatter.MimeType);
        return Task.CompletedTask;
    }

    /// <summary>All magic commands, those of the kernels below the root included, by their names.</summary>
    public static IReadOnlyList<KernelDirective> Known(Kernel root)
    {
        List<KernelDirective> known = [];
        root.VisitSubkernelsAndSelf(
            kernel => known.AddRange(
                kernel.KernelInfo.SupportedDirectives
                    .Where(directive => !directive.Hidden && directive.Name.StartsWith("#!", StringComparison.Ordinal))));
        return [.. known.DistinctBy(directive => directive.Name).OrderBy(directive => directive.Name, StringComparer.Ordinal)];
    }

    // The package describes the other names of a language, such as #!c#, but not its own.
    private static string Describe(KernelDirective directive) =>
        directive.Description ?? $"Run the code that follows using the {directive.Name.TrimStart('#', '!')} kernel.";

    private static FormattedValue[] PlainText(string text) => [new(PlainTextFormatter.MimeType, text)];
}
