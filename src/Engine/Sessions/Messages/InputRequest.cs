namespace Notebooks.Sessions.Messages;

/// <summary>A cell's question to the person at the front end.</summary>
/// <param name="Prompt">What it asks; may be empty.</param>
/// <param name="IsPassword">Whether the answer must not be shown while it is typed.</param>
public sealed record InputRequest(string Prompt, bool IsPassword);
