using System.Reflection;
using System.Runtime.Loader;

namespace NeuralNets.Tests;

/// <summary>
/// Loads libraries as the kernel of .NET Interactive does (Roslyn's InteractiveAssemblyLoader): each into a context of its
/// own, known only when it has been loaded. So whoever asks for a library during its AssemblyLoad event loads it once more.
/// </summary>
internal sealed class ContextPerAssembly(string folder)
{
    private readonly Dictionary<string, Assembly> loaded = [];

    public Assembly? Load(string name)
    {
        var path = Path.Combine(folder, $"{name}.dll");
        return loaded.TryGetValue(name, out var assembly) ? assembly
            : !File.Exists(path) ? null
            : loaded[name] = new Context(this).LoadFromAssemblyPath(path);
    }

    private sealed class Context(ContextPerAssembly loader) : AssemblyLoadContext
    {
        protected override Assembly? Load(AssemblyName assemblyName) => loader.Load(assemblyName.Name!);
    }
}
