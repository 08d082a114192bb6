using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Notebooks.Platform;

/// <summary>Calls the SDK's <c>dotnet</c>.</summary>
public static class DotNetCommand
{
    /// <summary>The <c>dotnet</c> that runs us, by its full path when it is where it belongs.</summary>
    public static string Path { get; } = Find();

    /// <summary>A call as from a fresh terminal: what a build around us has set for itself must not steer this one.</summary>
    /// <param name="folder">The folder to call it in.</param>
    /// <param name="arguments">What to do; its output is redirected.</param>
    public static ProcessStartInfo StartInfo(string folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Path, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "false";
        start.Environment["DOTNET_NOLOGO"] = "true";
        return start;
    }

    // <root>/shared/Microsoft.NETCore.App/<version>/ is the running framework, <root>/dotnet its host.
    private static string Find()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var host = System.IO.Path.GetFullPath(System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(host) ? host : name;
    }
}
