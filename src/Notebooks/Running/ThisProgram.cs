using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Notebooks.Running;

/// <summary>Starts this program once more.</summary>
internal static class ThisProgram
{
    /// <summary>The <c>dotnet</c> that runs us, by its full path when it is where it belongs.</summary>
    public static string DotNet { get; } = FindDotNet();

    /// <summary>How to start it with these arguments, however it was started itself: by its own executable, by <c>dotnet</c>, or in a test.</summary>
    public static ProcessStartInfo StartInfo(params string[] arguments)
    {
        var dll = typeof(ThisProgram).Assembly.Location;
        var executable = Path.ChangeExtension(dll, OperatingSystem.IsWindows() ? "exe" : null);
        var itself = Environment.ProcessPath ?? "dotnet";
        var isDotnet = Path.GetFileNameWithoutExtension(itself).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        return !isDotnet && File.Exists(executable)
            ? new ProcessStartInfo(executable, arguments)
            : new ProcessStartInfo(isDotnet ? itself : "dotnet", [dll, .. arguments]);
    }

    // <root>/shared/Microsoft.NETCore.App/<version>/ is the running framework, <root>/dotnet its host.
    private static string FindDotNet()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(host) ? host : name;
    }
}
