using System.Text.Json.Serialization;
using Microsoft.DotNet.Interactive.Commands;

namespace Notebooks.Sessions.Kernels;

/// <summary>Command behind <c>#r "nuget: …"</c>.</summary>
internal sealed class ReferencePackage : KernelCommand
{
    /// <summary>The text in quotes.</summary>
    [JsonPropertyName("")]
    public string Value { get; set; } = "";
}

/// <summary>Command behind <c>#i "nuget: …"</c>.</summary>
internal sealed class IncludePackageSource : KernelCommand
{
    /// <summary>The text in quotes.</summary>
    [JsonPropertyName("")]
    public string Value { get; set; } = "";
}
