using TorchSharp;

namespace NeuralNets.Torch;

/// <summary>A module and what it contains, as PyTorch prints it.</summary>
internal static class ModuleText
{
    /// <summary>The text; what it contains is indented by two, each under its name.</summary>
    public static string Of(torch.nn.Module module)
    {
        var children = module.named_children().Select(child => $"({child.name}): {Indented(Of(child.module))}").ToList();
        var settings = ModuleSettings.Of(module);
        if (children.Count == 0)
            return $"{Name(module)}({settings})";
        if (settings.Length > 0)
            children.Insert(0, settings);
        return $"{Name(module)}(\n  {string.Join("\n  ", children)}\n)";
    }

    private static string Indented(string text) => text.Replace("\n", "\n  ", StringComparison.Ordinal);

    /// <summary>The class, without the types that C# adds to it.</summary>
    private static string Name(torch.nn.Module module) => module.GetType().Name.Split('`')[0];
}
