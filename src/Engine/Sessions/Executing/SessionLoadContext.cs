using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Notebooks.Platform;

namespace Notebooks.Sessions.Executing;

/// <summary>
/// Home of a session's assemblies: its cells, the libraries that they reference, and those libraries' dependencies,
/// which are looked for beside the library that was referenced. The framework and .NET Interactive's types are shared
/// with the engine; nothing else of the engine is seen.
/// </summary>
internal sealed class SessionLoadContext() : AssemblyLoadContext("cells")
{
    private readonly Dictionary<string, Assembly> cells = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> references = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> folders = [];
    private readonly ConcurrentQueue<string> unprepared = [];
    private readonly Lock gate = new();

    /// <summary>Loads a compiled cell.</summary>
    public Assembly LoadCell(Stream image, Stream symbols)
    {
        var assembly = LoadFromStream(image, symbols);
        lock (gate)
            cells[assembly.GetName().Name!] = assembly;
        return assembly;
    }

    /// <summary>Makes a referenced library, and what lies beside it, loadable.</summary>
    /// <param name="path">The library's full path.</param>
    public void AddReference(string path)
    {
        lock (gate)
        {
            var name = Path.GetFileNameWithoutExtension(path);
            if (references.TryAdd(name, path) && !PlatformAssemblies.IsShared(name))
                unprepared.Enqueue(name);
            AddFolder(Path.GetDirectoryName(path)!);
        }
    }

    /// <summary>
    /// Lets the libraries that were referenced since the last call prepare themselves: their module initializers run, so
    /// that what a library brings along is ready even if a cell uses that before the library itself.
    /// </summary>
    public void PrepareReferences()
    {
        while (unprepared.TryDequeue(out var name))
        {
            try
            {
                RuntimeHelpers.RunModuleConstructor(LoadFromAssemblyName(new AssemblyName(name)).ManifestModule.ModuleHandle);
            }
            catch (Exception error) when (error is IOException or BadImageFormatException or TypeInitializationException)
            {
                // The cell that uses the library gets the error.
            }
        }
    }

    /// <summary>Adds a folder in which assemblies and native libraries are looked for.</summary>
    /// <param name="folder">The folder's full path.</param>
    public void AddFolder(string folder)
    {
        lock (gate)
        {
            if (!folders.Contains(folder))
                folders.Add(folder);
        }
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var name = assemblyName.Name!;
        string? path;
        lock (gate)
        {
            if (cells.TryGetValue(name, out var cell))
                return cell;
            if (PlatformAssemblies.IsShared(name))
                return null;
            path = references.GetValueOrDefault(name) ?? Find(name + ".dll");
        }

        return path is null ? null : LoadFromAssemblyPath(path);
    }

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        string[] names = Path.HasExtension(unmanagedDllName)
            ? [unmanagedDllName, .. NativeNames(unmanagedDllName)]
            : [.. NativeNames(unmanagedDllName), unmanagedDllName];
        lock (gate)
        {
            foreach (var name in names)
            {
                if (Find(name) is { } path && NativeLibrary.TryLoad(path, out var handle))
                    return handle;
            }
        }

        return nint.Zero;
    }

    private static IEnumerable<string> NativeNames(string name) =>
        OperatingSystem.IsWindows() ? [$"{name}.dll"]
        : OperatingSystem.IsMacOS() ? [$"lib{name}.dylib", $"{name}.dylib"]
        : [$"lib{name}.so", $"{name}.so"];

    private string? Find(string fileName) =>
        folders.Select(folder => Path.Combine(folder, fileName)).FirstOrDefault(File.Exists);
}
