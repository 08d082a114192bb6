namespace Notebooks.Jupyter.Language;

/// <summary>Documentation of a name.</summary>
/// <param name="Plain">As plain text.</param>
/// <param name="Markdown">As Markdown.</param>
internal sealed record Documentation(string Plain, string Markdown);
