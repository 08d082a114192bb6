using System.Text.Json.Serialization;

namespace Notebooks.Book.Building;

/// <summary>
/// How the book's JSON is read and written, worked out when the program is compiled: worked out at run time, it took a
/// fifth of a build that executes nothing.
/// </summary>
[JsonSerializable(typeof(CacheEntry))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class BookJson : JsonSerializerContext;
