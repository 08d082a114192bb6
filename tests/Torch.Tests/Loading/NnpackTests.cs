using System.Runtime.InteropServices;
using NeuralNets.Torch;

namespace NeuralNets.Tests.Torch;

public class NnpackTests
{
    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate nint GetContext();

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    [return: MarshalAs(UnmanagedType.I1)]
    private delegate bool GetFlag(nint context);

    [Fact]
    public void Libtorch_does_without_NNPACK_which_may_warn_at_each_convolution()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "libtorch for Windows has no NNPACK.");
        Libtorch.Load();
        var torch = NativeLibrary.Load(NativeFile.Named("torch_cpu"));
        var context = Marshal.GetDelegateForFunctionPointer<GetContext>(NativeLibrary.GetExport(torch, "_ZN2at13globalContextEv"));
        var isEnabled = Marshal.GetDelegateForFunctionPointer<GetFlag>(NativeLibrary.GetExport(torch,
            "_ZNK2at7Context17userEnabledNNPACKEv"));
        Assert.False(isEnabled(context()));
    }
}
