using System.Text.RegularExpressions;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Events;
using Notebooks.Packages;
using Notebooks.Sessions.Compiling;
using Notebooks.Sessions.Errors;
using Notebooks.Sessions.Messages;

namespace Notebooks.Sessions.Kernels;

/// <summary>The errors of submissions that failed outside of C# code: magic commands above all.</summary>
internal static partial class SubmissionErrors
{
    /// <summary>Error of a submission; null when it succeeded.</summary>
    /// <param name="result">Its events.</param>
    /// <param name="cell">What was submitted.</param>
    /// <param name="root">The kernel that has the magic commands.</param>
    public static CellError? Of(KernelCommandResult result, CellRequest cell, Kernel root) =>
        result.Events.OfType<CommandFailed>().LastOrDefault() is not { } failed ? null : failed.Exception switch
        {
            PackageException exception => CellError.Of(CellErrorNames.Package, exception.Message),
            { } exception => CellError.Of(exception.GetType().Name, Guarded.Message(exception)),
            null when Diagnostic().IsMatch(failed.Message) =>
                CellError.Of(CellErrorNames.MagicCommand, Explain(failed.Message, cell, root)),
            null => CellError.Of(CellErrorNames.Failed, failed.Message),
        };

    private static string Explain(string message, CellRequest cell, Kernel root)
    {
        if (UnknownMagicCommand().Match(message) is { Success: true } unknown)
            return $"{unknown.Groups["name"].Value} is not known here. Known are: "
                + $"{string.Join(", ", InformationDirectives.Known(root).Select(directive => directive.Name))}.";
        var label = CellSource.LabelOf(cell.NotebookName, cell.CellNumber);
        return Place().Replace(message, place => $"{label}, line {place.Groups["line"].Value}, column {place.Groups["column"].Value}: ");
    }

    [GeneratedRegex("error DNI[0-9]+:")]
    private static partial Regex Diagnostic();

    // .NET Interactive's diagnostic: (1,1): error DNI101: Unknown magic command '#!name'
    [GeneratedRegex("error DNI101: .*'(?<name>#![^']*)'")]
    private static partial Regex UnknownMagicCommand();

    [GeneratedRegex(@"^\((?<line>\d+),(?<column>\d+)\): ", RegexOptions.Multiline)]
    private static partial Regex Place();
}
