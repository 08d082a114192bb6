using System.Diagnostics;

namespace Notebooks.Running;

/// <summary>Starts this program once more.</summary>
internal static class ThisProgram
{
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
}
