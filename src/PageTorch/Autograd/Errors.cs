using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>What libtorch says, in its words.</summary>
internal static class Errors
{
    /// <summary>An error of libtorch's, of the type that TorchSharp makes of it.</summary>
    public static ExternalException Torch(string message) => new(message);

    /// <summary>A shape as libtorch writes it.</summary>
    public static string Show(long[] shape) => $"[{string.Join(", ", shape)}]";
}
