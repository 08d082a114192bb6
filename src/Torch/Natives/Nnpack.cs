using System.Runtime.InteropServices;

namespace NeuralNets.Torch;

/// <summary>
/// NNPACK, which libtorch tries for convolutions: on a processor that NNPACK does not know, each try prints a warning,
/// hundreds in one training. Doubles never use it, floats have the faster oneDNN, so it is left out.
/// </summary>
internal static class Nnpack
{
    // C++ names, the same on Linux and macOS; libtorch for Windows has no NNPACK.
    private const string GlobalContext = "_ZN2at13globalContextEv";
    private const string SetUserEnabled = "_ZN2at7Context20setUserEnabledNNPACKEb";

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate nint GetContext();

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate void SetFlag(nint context, [MarshalAs(UnmanagedType.I1)] bool enabled);

    /// <summary>Has libtorch, once it is loaded, do without.</summary>
    public static void LeaveOut()
    {
        if (NativeLibrary.TryLoad(NativeFile.Named("torch_cpu"), out var torch)
            && NativeLibrary.TryGetExport(torch, GlobalContext, out var context)
            && NativeLibrary.TryGetExport(torch, SetUserEnabled, out var set))
            Marshal.GetDelegateForFunctionPointer<SetFlag>(set)(Marshal.GetDelegateForFunctionPointer<GetContext>(context)(), false);
    }
}
