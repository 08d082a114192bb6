using Notebooks.Sessions.Messages;

namespace Notebooks.Running;

/// <summary>The cell at which a notebook stopped.</summary>
/// <param name="Cell">Its number, the <c>[n]</c> that a front end shows.</param>
/// <param name="Error">Why it failed, as it stands in the notebook's outputs too.</param>
public sealed record CellFailure(int Cell, CellError Error);
