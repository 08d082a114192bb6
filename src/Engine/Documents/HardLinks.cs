using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Notebooks.Documents;

/// <summary>Tells whether a file has several names: a new file under one of them would leave the others with the old content.</summary>
internal static class HardLinks
{
    private const int CurrentFolder = -100;
    private const uint LinkCount = 4;
    private const int StatusSize = 256;
    private const int LinkCountOffset = 16;

    /// <summary>True if the file is known to have several names; only Linux is asked.</summary>
    public static bool Has(string path)
    {
        if (!OperatingSystem.IsLinux())
            return false;
        try
        {
            var status = new byte[StatusSize];
            return Status(CurrentFolder, path, 0, LinkCount, status) == 0
                && BinaryPrimitives.ReadUInt32LittleEndian(status.AsSpan(LinkCountOffset)) > 1;
        }
        catch (EntryPointNotFoundException)
        {
            return false; // A C library from before 2018.
        }
    }

    [DllImport("libc", EntryPoint = "statx", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Status(int folder, string path, int flags, uint mask, byte[] status);
}
