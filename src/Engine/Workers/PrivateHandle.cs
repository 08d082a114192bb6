using System.Runtime.InteropServices;

namespace Notebooks.Workers;

/// <summary>
/// Keeps a handle of ours from the processes that cells start: they would hold the pipe to the engine open for as long as they live.
/// </summary>
internal static class PrivateHandle
{
    private const int InheritFlag = 1;
    private const nuint CloseOnExecute = 0x5451; // FIOCLEX, which takes no further argument.
    private const nuint CloseOnExecuteOnMac = 0x20006601;

    /// <summary>Makes a handle one that no new process inherits.</summary>
    public static void Keep(SafeHandle handle)
    {
        if (OperatingSystem.IsWindows())
            _ = SetHandleInformation(handle, InheritFlag, 0);
        else
            _ = Control(handle, OperatingSystem.IsMacOS() ? CloseOnExecuteOnMac : CloseOnExecute);
    }

    [DllImport("libc", EntryPoint = "ioctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(SafeHandle handle, nuint request);

    [DllImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int SetHandleInformation(SafeHandle handle, int mask, int flags);
}
