using System.Text.Json.Serialization;

namespace Notebooks.Workers.Messages;

/// <summary>The messages as JSON.</summary>
[JsonSourceGenerationOptions(MaxDepth = 1000, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(WorkerRequest))]
[JsonSerializable(typeof(WorkerReply))]
internal sealed partial class MessageJson : JsonSerializerContext;
