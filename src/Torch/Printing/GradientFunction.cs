using System.Runtime.InteropServices;
using TorchSharp;

namespace NeuralNets.Torch;

/// <summary>The name of the function that a tensor's gradient flows back through, such as <c>MeanBackward0</c>.</summary>
/// <remarks>
/// TorchSharp does not tell it, libtorch does: <c>at::TensorBase::grad_fn()</c> returns the address of a
/// <c>shared_ptr&lt;Node&gt;</c>, and the node's class carries its name in its C++ type information
/// (Itanium C++ ABI, 2.9.5: virtual table → type_info → name), which Linux and macOS follow.
/// </remarks>
internal static class GradientFunction
{
    private const string Unknown = "Backward0";

    private static readonly Lazy<ReadsGradFn?> GradFn = new(Find);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate nint ReadsGradFn(nint tensor);

    /// <summary>The name, or only <c>Backward0</c> where it cannot be had.</summary>
    public static string NameOf(torch.Tensor tensor)
    {
        if (GradFn.Value is not { } gradFn)
            return Unknown;
        var node = Marshal.ReadIntPtr(gradFn(tensor.Handle));
        GC.KeepAlive(tensor);
        if (node == 0)
            return Unknown;
        var virtualTable = Marshal.ReadIntPtr(node);
        var typeInfo = Marshal.ReadIntPtr(virtualTable, -nint.Size);
        var mangled = Marshal.PtrToStringAnsi(Marshal.ReadIntPtr(typeInfo, nint.Size)) ?? "";
        return LastPart(mangled);
    }

    /// <summary>
    /// The last of the names in a mangled one: <c>MeanBackward0</c> of
    /// <c>N5torch8autograd9generated13MeanBackward0E</c>.
    /// </summary>
    internal static string LastPart(string mangled)
    {
        var last = Unknown;
        var at = mangled.StartsWith('N') ? 1 : 0;
        while (at < mangled.Length && char.IsAsciiDigit(mangled[at]))
        {
            var digits = mangled[at..].TakeWhile(char.IsAsciiDigit).Count();
            var length = int.Parse(mangled.AsSpan(at, digits), System.Globalization.CultureInfo.InvariantCulture);
            if (length > mangled.Length - at - digits)
                break;
            last = mangled.Substring(at + digits, length);
            at += digits + length;
        }

        return last;
    }

    private static ReadsGradFn? Find()
    {
        if (OperatingSystem.IsWindows()
            || !NativeLibrary.TryLoad(Path.Combine(Libtorch.Folder, NativeFile.Named("torch_cpu")), out var library))
            return null;
        return NativeLibrary.TryGetExport(library, "_ZNK2at10TensorBase7grad_fnEv", out var function)
            ? Marshal.GetDelegateForFunctionPointer<ReadsGradFn>(function)
            : null;
    }
}
