using System.Text.Json.Nodes;

namespace Notebooks.Sessions.Messages;

/// <summary>One value in several representations, keyed by MIME type, as nbformat and the Jupyter protocol carry it.</summary>
/// <param name="Data">MIME type to content: a string, or a JSON value for the JSON types.</param>
public sealed record MimeBundle(IReadOnlyDictionary<string, JsonNode> Data);
