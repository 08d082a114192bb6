using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Notebooks.Workers;

/// <summary>
/// On Windows, a job that a worker puts itself into, and with itself whatever its cells start: when the worker ends, however
/// that comes, so do they.
/// </summary>
internal static class WorkerJob
{
    private const int ExtendedLimits = 9;
    private const int ExtendedLimitsSize = 144; // Of 64 bits; the flags stand after two numbers of 8 bytes.
    private const int FlagsOffset = 16;
    private const int EndWithLastHandle = 0x2000;

    /// <summary>Enters the job, which lasts as long as this process.</summary>
    public static void Enter()
    {
        if (!OperatingSystem.IsWindows() || nint.Size != sizeof(long))
            return;
        var job = CreateJobObject(0, 0);
        var limits = new byte[ExtendedLimitsSize];
        BitConverter.TryWriteBytes(limits.AsSpan(FlagsOffset), EndWithLastHandle);
        if (SetInformationJobObject(job, ExtendedLimits, limits, limits.Length) != 0)
        {
            using var worker = Process.GetCurrentProcess();
            _ = AssignProcessToJobObject(job, worker.SafeHandle);
        }
    }

    [DllImport("kernel32.dll", EntryPoint = "CreateJobObjectW")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint CreateJobObject(nint security, nint name);

    [DllImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int SetInformationJobObject(nint job, int kind, byte[] limits, int size);

    [DllImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int AssignProcessToJobObject(nint job, SafeHandle process);
}
