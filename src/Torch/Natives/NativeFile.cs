namespace NeuralNets.Torch;

/// <summary>File names of native libraries on this system.</summary>
internal static class NativeFile
{
    /// <summary>The file name of a library, such as <c>libtorch_cpu.so</c> for <c>torch_cpu</c>.</summary>
    public static string Named(string library) =>
        OperatingSystem.IsWindows() ? $"{library}.dll"
        : OperatingSystem.IsMacOS() ? $"lib{library}.dylib"
        : $"lib{library}.so";
}
