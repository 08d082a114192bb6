using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Notebooks.Book.Site;

namespace Notebooks.Book.Programs;

/// <summary>
/// A published WebAssembly program as one classic script, which a page loads from the disk too, where it may fetch no file: the
/// text of a worker with the runtime's modules, and the program's files, each packed by gzip and written in base 64.
/// </summary>
internal static partial class PackedProgram
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The script.</summary>
    /// <param name="name">The program's name: a page finds it as <c>bookPrograms[name]</c>.</param>
    /// <param name="folder">The folder <c>_framework</c> of what was published.</param>
    /// <exception cref="BookException">A file is missing, or is not as the SDK for .NET 10 writes it.</exception>
    public static byte[] Script(string name, string folder)
    {
        var boot = Text(folder, "dotnet.js");
        var json = Settings().Matches(boot);
        if (json.Count != 1)
            throw ModuleText.Unexpected("dotnet.js", $"{json.Count} times settings between /*json-start*/ and /*json-end*/", "them once");
        var settings = JsonNode.Parse(json[0].Groups["json"].Value)!;
        var resources = settings["resources"]!.AsObject();
        boot = boot.Replace(json[0].Value, "settings", StringComparison.Ordinal);

        var worker = $$"""
            'use strict';
            const modules = {
            boot: {{ModuleText.ToFunction("dotnet.js", boot)}},
            native: {{Module(folder, resources, "jsModuleNative")}},
            runtime: {{Module(folder, resources, "jsModuleRuntime")}},
            };
            const config = {{WithoutHashes(settings).ToJsonString(Plain)}};
            {{Encoding.UTF8.GetString(Asset.Read("worker.js"))}}
            """.ReplaceLineEndings("\n");
        var files = new JsonObject(Names(resources).Select(name => KeyValuePair.Create(name, (JsonNode?)Packed(Bytes(folder, name)))));
        var script = new JsonObject { ["script"] = Packed(Encoding.UTF8.GetBytes(worker)), ["files"] = files };
        return Encoding.UTF8.GetBytes($"(window.bookPrograms??={{}}).{name}={script.ToJsonString(Plain)};\n");
    }

    /// <summary>The runtime itself, and every assembly.</summary>
    private static IEnumerable<string> Names(JsonObject resources)
    {
        foreach (var (kind, list) in resources)
        {
            if (kind is "hash" or "jsModuleNative" or "jsModuleRuntime")
                continue;
            if (kind is not ("wasmNative" or "coreAssembly" or "assembly"))
                throw ModuleText.Unexpected("dotnet.js", $"resources of the kind '{kind}'", "wasmNative, coreAssembly and assembly");
            foreach (var file in list!.AsArray())
                yield return file!["name"]!.GetValue<string>();
        }
    }

    private static string Module(string folder, JsonObject resources, string kind)
    {
        if (resources[kind] is not JsonArray { Count: 1 } modules)
            throw ModuleText.Unexpected("dotnet.js", $"resources without one {kind}", "one");
        var name = modules[0]!["name"]!.GetValue<string>();
        return ModuleText.ToFunction(name, Text(folder, name));
    }

    /// <summary>Without what the runtime would hold a fetched file against.</summary>
    private static JsonNode WithoutHashes(JsonNode settings)
    {
        if (settings is JsonObject fields)
        {
            fields.Remove("hash");
            foreach (var (_, value) in fields)
            {
                if (value is not null)
                    WithoutHashes(value);
            }
        }
        else if (settings is JsonArray list)
        {
            foreach (var entry in list)
                WithoutHashes(entry!);
        }

        return settings;
    }

    private static string Packed(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
            gzip.Write(content);
        return Convert.ToBase64String(packed.ToArray());
    }

    private static string Text(string folder, string name) => Encoding.UTF8.GetString(Bytes(folder, name));

    private static byte[] Bytes(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path) ? File.ReadAllBytes(path) : throw ModuleText.Unexpected(name, "no such file", "one");
    }

    [GeneratedRegex(@"/\*json-start\*/(?<json>.*?)/\*json-end\*/", RegexOptions.Singleline)]
    private static partial Regex Settings();
}
