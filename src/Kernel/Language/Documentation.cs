namespace Notebooks.Jupyter.Language;

/// <summary>Documentation of a name.</summary>
internal sealed record Documentation(string Plain, string Markdown);
