using Notebooks.Sessions.Messages;

namespace Notebooks.Jupyter.Session;

/// <summary>Result of a cell and of the expressions after it.</summary>
/// <param name="Result">How the cell ended.</param>
/// <param name="Values">The values of the expressions, by their names.</param>
/// <param name="IsLost">Whether a new process had to begin: all variables are lost.</param>
internal sealed record CellAnswer(CellResult Result, IReadOnlyDictionary<string, ExpressionValue> Values, bool IsLost);

/// <summary>Result of an expression.</summary>
/// <param name="Result">Whether it could be evaluated.</param>
/// <param name="Value">Its value; null when it has none.</param>
internal sealed record ExpressionValue(CellResult Result, MimeBundle? Value);
