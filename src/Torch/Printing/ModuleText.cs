using TorchSharp;

namespace NeuralNets.Torch;

/// <summary>A module and what it contains, as PyTorch prints it.</summary>
internal static class ModuleText
{
    /// <summary>The text; what it contains is indented by two, each under its name.</summary>
    public static string Of(torch.nn.Module module)
    {
        var children = Children(module).Select(child => $"({child.Name}): {Indented(Of(child.Module))}").ToList();
        var settings = ModuleSettings.Of(module);
        if (children.Count == 0)
            return $"{Name(module)}({settings})";
        if (settings.Length > 0)
            children.Insert(0, settings);
        return $"{Name(module)}(\n  {string.Join("\n  ", children)}\n)";
    }

    /// <summary>A list of modules registers them late: until then they are its elements only.</summary>
    private static IEnumerable<(string Name, torch.nn.Module Module)> Children(torch.nn.Module module)
    {
        var registered = module.named_children().ToList();
        return registered.Count == 0 && module is IEnumerable<torch.nn.Module> elements
            ? elements.Select((element, i) => ($"{i}", element))
            : registered;
    }

    private static string Indented(string text) => text.Replace("\n", "\n  ", StringComparison.Ordinal);

    /// <summary>The class, without the types that C# adds to it.</summary>
    private static string Name(torch.nn.Module module) => module.GetType().Name.Split('`')[0];
}
