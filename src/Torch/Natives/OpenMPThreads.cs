using System.Runtime.InteropServices;

namespace NeuralNets.Torch;

/// <summary>The number of threads of torch's operations: one, since nets of ten neurons lose more by sharing work than they gain.</summary>
internal static class OpenMPThreads
{
    private const string Variable = "OMP_NUM_THREADS";

    /// <summary>
    /// Asks for one thread, unless the environment asks for another number. To be called before the natives load: OpenMP
    /// reads the variable then, for all threads to come. <c>torch.set_num_threads</c> speaks for the calling thread only,
    /// and a notebook's cells run on many.
    /// </summary>
    public static void UseOne()
    {
        if (IsAskedFor)
            return;
        if (OperatingSystem.IsWindows())
            Environment.SetEnvironmentVariable(Variable, "1");
        else
            _ = SetVariable(Variable, "1", 1); // .NET keeps its own copy of the environment, which natives do not see.
    }

    /// <summary>
    /// Where the natives are loaded already, too late for the variable, torch itself is told, through TorchSharp's
    /// library.
    /// </summary>
    public static void UseOneNow(nint torchSharp)
    {
        if (!IsAskedFor && NativeLibrary.TryGetExport(torchSharp, "THSTorch_set_num_threads", out var setThreads))
            Marshal.GetDelegateForFunctionPointer<SetNumThreads>(setThreads)(1);
    }

    private static bool IsAskedFor => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable));

    [DllImport("libc", EntryPoint = "setenv", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetVariable(string name, string value, int overwrite);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate void SetNumThreads(int count);
}
