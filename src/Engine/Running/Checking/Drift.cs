namespace Notebooks.Running.Checking;

/// <summary>A difference between a committed output and what the cell puts out now.</summary>
/// <param name="Notebook">The notebook, as the user named it.</param>
/// <param name="Cell">The number of the cell.</param>
/// <param name="Expected">What is committed, or the part of it that differs.</param>
/// <param name="Found">What came out.</param>
public sealed record Drift(string Notebook, int Cell, string Expected, string Found);
