namespace Notebooks.Book.Writing;

/// <summary>A section as the search sees it.</summary>
/// <param name="Id">The anchor of its heading; empty for what stands before the first.</param>
/// <param name="Title">The heading, as plain text.</param>
/// <param name="Text">What stands below it, as plain text.</param>
/// <param name="Code">The names that its code uses, each once.</param>
internal sealed record SearchEntry(string Id, string Title, string Text, string Code);
