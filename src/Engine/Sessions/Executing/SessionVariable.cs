namespace Notebooks.Sessions.Executing;

/// <summary>A variable that a cell declared.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its declared type.</param>
/// <param name="Value">Its value now.</param>
public sealed record SessionVariable(string Name, Type Type, object? Value);
