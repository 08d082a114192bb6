using System.Diagnostics;

namespace Notebooks.Platform;

/// <summary>The program that this assembly is part of, which also is what notebooks run in: it starts itself once more for that.</summary>
public static class ThisProgram
{
    /// <summary>Its name.</summary>
    public const string Name = "Notebooks";

    /// <summary>The full path of its assembly, which lies beside this one.</summary>
    public static string Assembly { get; } = Path.Combine(Path.GetDirectoryName(typeof(ThisProgram).Assembly.Location)!, $"{Name}.dll");

    /// <summary>
    /// A start of it with these arguments, however it was started itself: by its own executable, by <c>dotnet</c>, or
    /// in a test.
    /// </summary>
    public static ProcessStartInfo StartInfo(params string[] arguments)
    {
        var executable = Path.ChangeExtension(Assembly, OperatingSystem.IsWindows() ? "exe" : null);
        var itself = Environment.ProcessPath ?? "dotnet";
        var isDotnet = Path.GetFileNameWithoutExtension(itself).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        return !isDotnet && File.Exists(executable)
            ? new ProcessStartInfo(executable, arguments)
            : new ProcessStartInfo(isDotnet ? itself : "dotnet", [Assembly, .. arguments]);
    }
}
