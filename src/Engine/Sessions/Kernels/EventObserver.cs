using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;
using Notebooks.Sessions.Messages;
using Notebooks.Sessions.Output;

namespace Notebooks.Sessions.Kernels;

/// <summary>Turns what the kernels publish into the running cell's output.</summary>
/// <param name="running">The cell that the session runs, for what threads publish that know none.</param>
internal sealed class EventObserver(Func<Submission?> running) : IObserver<KernelEvent>
{
    /// <inheritdoc/>
    public void OnNext(KernelEvent value)
    {
        if ((Submission.Current ?? running()) is not { } submission)
            return;
        switch (value)
        {
            case ReturnValueProduced { FormattedValues.Count: > 0 } result:
                submission.Output.Return(Bundle(result, submission));
                break;
            case DisplayedValueProduced shown:
                submission.Output.Display(Bundle(shown, submission), shown.ValueId ?? Guid.NewGuid().ToString());
                break;
            case DisplayedValueUpdated shown:
                submission.Output.Update(Bundle(shown, submission), shown.ValueId);
                break;
            case StandardOutputValueProduced written:
                submission.Output.Write("stdout", Text(written));
                break;
            case ErrorProduced { Command: RequestInput or RequestInputs }:
                break; // The cell that asked throws it.
            case ErrorProduced when submission.IsImported:
                break; // The importing cell fails with it.
            case StandardErrorValueProduced or ErrorProduced:
                submission.Output.Write("stderr", Text((DisplayEvent)value));
                break;
        }
    }

    /// <inheritdoc/>
    public void OnCompleted()
    {
    }

    /// <inheritdoc/>
    public void OnError(Exception error)
    {
    }

    private static string Text(DisplayEvent written) =>
        written.FormattedValues.FirstOrDefault(value => value.MimeType == PlainTextFormatter.MimeType)?.Value
            ?? written.Value?.ToString() ?? "";

    private static MimeBundle Bundle(DisplayEvent shown, Submission submission)
    {
        var values = shown.FormattedValues;
        return CellOutput.Bundle(submission.Output.AlwaysPlainText && IsAsPreferred(shown)
            ? [.. values, PlainText(shown.Value)]
            : values);
    }

    private static FormattedValue PlainText(object? value)
    {
        try
        {
            return FormattedValue.CreateSingleFromObject(value, PlainTextFormatter.MimeType);
        }
        catch (Exception thrown) when (thrown is not OperationCanceledException)
        {
            return new FormattedValue(
                PlainTextFormatter.MimeType, $"({value?.GetType()} cannot be shown as text: {thrown.GetType().Name})");
        }
    }

    // Whoever chose the representations gets those, and no more.
    private static bool IsAsPreferred(DisplayEvent shown) =>
        (shown.Value is not null || shown is ReturnValueProduced)
        && shown.FormattedValues.All(value => value.MimeType != PlainTextFormatter.MimeType)
        && shown.FormattedValues.Select(value => value.MimeType).ToHashSet()
            .SetEquals(Formatter.GetPreferredMimeTypesFor(shown.Value?.GetType()));
}
