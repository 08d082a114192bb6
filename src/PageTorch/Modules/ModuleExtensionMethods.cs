using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Modules moved to another type or device.</summary>
public static class ModuleExtensionMethods
{
    public static T to<T>(this T module, ScalarType type)
        where T : nn.Module
    {
        module.Convert(type);
        return module;
    }

    /// <exception cref="InvalidOperationException">It is another than the processor: a page has no other.</exception>
    public static T to<T>(this T module, Device device)
        where T : nn.Module
    {
        foreach (var parameter in module.parameters())
            parameter.to(device).Dispose();
        return module;
    }

    public static T cpu<T>(this T module)
        where T : nn.Module => module;

    public static T @double<T>(this T module)
        where T : nn.Module => module.to(ScalarType.Float64);

    public static T @float<T>(this T module)
        where T : nn.Module => module.to(ScalarType.Float32);
}
