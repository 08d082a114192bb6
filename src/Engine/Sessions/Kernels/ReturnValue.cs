using Microsoft.DotNet.Interactive.Formatting;
using Notebooks.Sessions.Errors;

namespace Notebooks.Sessions.Kernels;

/// <summary>The value of a cell's last expression.</summary>
internal static class ReturnValue
{
    /// <summary>Its representations: those that its type prefers, or it is formatted already.</summary>
    /// <exception cref="FormatException">It cannot be shown; what it threw may not bear to be looked at.</exception>
    public static IReadOnlyList<FormattedValue> Format(object? value)
    {
        try
        {
            return value switch
            {
                DisplayedValue => [], // It has been shown.
                FormattedValue formatted => [formatted],
                IEnumerable<FormattedValue> formatted => [.. formatted],
                _ => FormattedValue.CreateManyFromObject(value),
            };
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new FormatException(
                $"The cell ran, but its value, of type {value?.GetType()}, cannot be shown: {Guarded.Message(Innermost(exception))}");
        }
    }

    private static Exception Innermost(Exception exception)
    {
        while (exception.InnerException is { } inner)
            exception = inner;
        return exception;
    }
}
