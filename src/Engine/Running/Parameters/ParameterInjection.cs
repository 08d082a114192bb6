using Notebooks.Documents;

namespace Notebooks.Running.Parameters;

/// <summary>
/// Replaces values in the cells tagged <c>parameters</c>. A name may be known to some of the notebooks only: with all of
/// them selected, the one that knows it gets the value; a name that none knows is an error.
/// </summary>
public static class ParameterInjection
{
    /// <summary>Replaces the values in the notebooks' source.</summary>
    /// <param name="notebooks">The selected notebooks.</param>
    /// <param name="assignments">What the user wrote: <c>NAME=VALUE</c> each.</param>
    /// <returns>Every mistake, one line each; when there is one, nothing is replaced.</returns>
    public static IReadOnlyList<string> Apply(IReadOnlyList<NotebookDocument> notebooks, IReadOnlyList<string> assignments)
    {
        ArgumentNullException.ThrowIfNull(assignments);
        if (assignments.Count == 0)
            return [];
        var known = notebooks.SelectMany(notebook => DeclaredParameter.In(notebook).Select(parameter => (notebook, parameter))).ToList();
        var mistakes = new List<string>();
        var replacements = new List<(DeclaredParameter Parameter, string Literal)>();
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var assignment in assignments)
        {
            var (name, text) = Split(assignment);
            if (text is null)
                mistakes.Add($"--param {assignment}: NAME=VALUE is expected");
            else if (!given.Add(name))
                mistakes.Add($"--param {assignment}: {name} is given twice");
            else if (known.All(entry => entry.parameter.Name != name))
                mistakes.Add($"--param {assignment}: no parameter {name}; {Known(known.ConvertAll(entry => entry.parameter))}");
            else
            {
                foreach (var (notebook, parameter) in known.Where(entry => entry.parameter.Name == name))
                {
                    if (ParameterValue.Literal(parameter.Type, text) is { } literal)
                        replacements.Add((parameter, literal));
                    else
                        mistakes.Add(
                            $"--param {assignment}: in {notebook.FileName}, {name} is of type {parameter.Type}, and \"{text}\" is not");
                }
            }
        }

        if (mistakes.Count == 0)
            Replace(replacements);
        return mistakes;
    }

    private static (string Name, string? Text) Split(string assignment)
    {
        var equals = assignment.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 ? (assignment[..equals].Trim(), assignment[(equals + 1)..]) : (assignment, null);
    }

    private static string Known(List<DeclaredParameter> parameters) => parameters.Count == 0
        ? "no selected notebook has any (a cell tagged \"parameters\" declares them)"
        : "known: " + string.Join(", ", parameters.Select(parameter => $"{parameter.Name} ({parameter.Type})").Distinct());

    // From the last to the first, so that the places of the others stay right.
    private static void Replace(IEnumerable<(DeclaredParameter Parameter, string Literal)> replacements)
    {
        foreach (var (parameter, literal) in replacements.OrderByDescending(entry => entry.Parameter.Value.Start))
        {
            var source = parameter.Cell.Source;
            parameter.Cell.Source = source[..parameter.Value.Start] + literal + source[parameter.Value.End..];
        }
    }
}
