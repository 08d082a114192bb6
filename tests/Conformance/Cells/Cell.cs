using System.Text.Json.Serialization;

namespace Conformance.Cells;

/// <summary>A cell of the table: what both kernels execute, and where ours is meant to answer otherwise.</summary>
/// <param name="Group">The file it stands in.</param>
/// <param name="Name">What it shows; unique in its group.</param>
/// <param name="Code">The code.</param>
public sealed record Cell([property: JsonIgnore] string Group, string Name, string Code)
{
    /// <summary>What a person answers when asked; null when there is nobody to ask.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Answers { get; init; }

    /// <summary>After how many seconds it is interrupted; null when it is not.</summary>
    public double? Interrupt { get; init; }

    /// <summary>After how many seconds it is given up, where a kernel never ends it; null for the usual patience.</summary>
    public double? Limit { get; init; }

    /// <summary>Whether it has a session to itself, as it may end its kernel.</summary>
    [JsonIgnore]
    public bool IsAlone { get; init; }

    /// <summary>Why ours differs on purpose; null when it must not.</summary>
    [JsonIgnore]
    public string? Difference { get; init; }

    /// <summary>What ours emits where it differs.</summary>
    [JsonIgnore]
    public string? Expected { get; init; }
}
