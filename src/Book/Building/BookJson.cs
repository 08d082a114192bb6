using System.Text.Json.Serialization;

namespace Notebooks.Book.Building;

/// <summary>
/// Serialisation of the book's JSON, worked out when the program is compiled: worked out at run time, it took a
/// fifth of a build that executes nothing.
/// </summary>
[JsonSerializable(typeof(CacheEntry))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class BookJson : JsonSerializerContext;
