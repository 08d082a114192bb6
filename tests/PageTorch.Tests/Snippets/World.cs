using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PageTorch.Tests.Snippets;

/// <summary>Lines of C#, compiled with one of the two libraries.</summary>
internal sealed class World
{
    private readonly Type lines;

    private World(IReadOnlyList<string> texts, params string[] libraries)
    {
        var paths = libraries.Select(name => Path.Combine(AppContext.BaseDirectory, name)).ToList();
        var methods = texts.Select((text, number) => $"    public static object Line{number}() {{ {Returning(text)} }}");
        var source = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Snippets", "Frame.cs"))
            .Replace("// Lines", string.Join('\n', methods), StringComparison.Ordinal);
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location));
        var compilation = CSharpCompilation.Create(
            "Lines", [CSharpSyntaxTree.ParseText(source)],
            platform.Concat(paths).Select(path => MetadataReference.CreateFromFile(path)),
            new(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error)));

        var context = new AssemblyLoadContext("lines");
        context.Resolving += (_, name) => paths.Find(path => Path.GetFileNameWithoutExtension(path) == name.Name) is { } path
            ? AssemblyLoadContext.Default.LoadFromAssemblyPath(path)
            : null;
        image.Position = 0;
        lines = context.LoadFromStream(image).GetType("Lines")!;
    }

    public static World OfPage(IReadOnlyList<string> texts) => new(texts, "NeuralNets.PageTorch.dll", "PageTorch.Tests.dll");

    public static World OfTorchSharp(IReadOnlyList<string> texts) => new(texts, "TorchSharp.dll", "NeuralNets.Torch.dll");

    /// <summary>What a line says, or the type and the first sentence of its error.</summary>
    public string Run(int number)
    {
        try
        {
            var value = lines.GetMethod($"Line{number}")!.Invoke(null, null);
            return (string)lines.GetMethod("Show")!.Invoke(null, [value])!;
        }
        catch (TargetInvocationException error)
        {
            return $"{error.InnerException!.GetType().Name}: {error.InnerException.Message.Split('\n')[0]}";
        }
    }

    /// <summary>The last of several statements is an expression, whose value the line says.</summary>
    private static string Returning(string text)
    {
        var (last, depth) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            depth += text[at] is '{' ? 1 : text[at] is '}' ? -1 : 0;
            if (text[at] == ';' && depth == 0)
                last = at + 1;
        }

        return $"{text[..last]} return {text[last..].Trim()};";
    }
}
