using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Notebooks.Platform;

namespace Notebooks.Jupyter.Installing;

/// <summary>The folder by which Jupyter knows our kernel: how to start it, its name, its pictures.</summary>
public static class KernelSpec
{
    /// <summary>The name that the notebooks carry, that of .NET Interactive's kernel.</summary>
    public const string NotebooksName = ".net-csharp";

    /// <summary>Our own name, beside a .NET Interactive that is installed already.</summary>
    public const string OwnName = "neural-networks-csharp";

    /// <summary>Command that installs the program behind Microsoft's kernel.</summary>
    public const string InstallMicrosofts = "dotnet tool install --global Microsoft.dotnet-interactive";

    private const string Mark = "neural_networks_csharp";
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

    /// <summary>The kernel's name as front ends show it.</summary>
    /// <param name="name">The name it is registered by.</param>
    public static string DisplayName(string name) => name == NotebooksName ? ".NET (C#)" : "C# (Neural Networks)";

    /// <summary>True if a kernel's folder was written by us.</summary>
    /// <param name="folder">The folder.</param>
    public static bool IsOurs(string folder)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "kernel.json")))?["metadata"]?[Mark] is not null;
        }
        catch (Exception unreadable)
            when (unreadable is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Writes the folder, whole or not at all.</summary>
    /// <param name="folder">The folder; replaced when it is there.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public static void Write(string folder)
    {
        var parent = Path.GetDirectoryName(folder)!;
        Directory.CreateDirectory(parent);
        var half = Path.Combine(parent, $".{Path.GetFileName(folder)}-{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(half);
            File.WriteAllText(Path.Combine(half, "kernel.json"), Json(Path.GetFileName(folder)).ToJsonString(Readable) + "\n");
            foreach (var logo in (string[])["logo-32x32.png", "logo-64x64.png", "logo-svg.svg"])
            {
                using var picture = typeof(KernelSpec).Assembly.GetManifestResourceStream(logo)!;
                using var file = File.Create(Path.Combine(half, logo));
                picture.CopyTo(file);
            }

            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            Directory.Move(half, folder);
        }
        finally
        {
            if (Directory.Exists(half))
                Directory.Delete(half, recursive: true);
        }
    }

    private static JsonObject Json(string name) => new()
    {
        ["argv"] = new JsonArray(DotNetCommand.Path, ThisProgram.Assembly, "kernel", "start", "{connection_file}"),
        ["display_name"] = DisplayName(name),
        ["language"] = "C#",
        ["interrupt_mode"] = "message",
        ["metadata"] = new JsonObject { ["debugger"] = false, [Mark] = true },
    };
}
