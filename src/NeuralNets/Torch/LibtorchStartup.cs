using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace NeuralNets.Torch;

/// <summary>
/// Sees to it that libtorch is there before TorchSharp's first use, in any program that loads this library, and that
/// notebooks show what TorchSharp makes.
/// </summary>
internal static class LibtorchStartup
{
    private const string TorchSharp = "TorchSharp";
    private const string Formatting = "Microsoft.DotNet.Interactive.Formatting";

    /// <summary>Only listens: a program that never touches torch pays nothing and gets no error.</summary>
    [ModuleInitializer]
    internal static void Listen()
    {
        if (AssemblyLoadContext.GetLoadContext(typeof(LibtorchStartup).Assembly) is { } context)
            Libtorch.AnswerIn(context); // Before TorchSharp comes: another thread may use it while it is being prepared.
        AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) => Prepare(loaded.LoadedAssembly);
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
            Prepare(assembly);
    }

    private static void Prepare(Assembly assembly)
    {
        var name = assembly.GetName().Name;
        if (name == TorchSharp)
            Libtorch.PrepareFor(assembly);
        if (name is TorchSharp or Formatting)
            NotebookFormatters.RegisterWith(AppDomain.CurrentDomain.GetAssemblies());
    }
}
