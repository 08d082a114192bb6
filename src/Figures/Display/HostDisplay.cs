using System.Reflection;

namespace NeuralNets.Display;

/// <summary>
/// One output of the running cell, which can be replaced in place. Found by reflection in whatever host follows the
/// conventions of .NET Interactive, so that the library references none.
/// </summary>
internal sealed class HostDisplay
{
    private static readonly string[] MimeTypes = ["text/html", "text/plain"];

    private readonly object context;
    private readonly object displayed;
    private readonly MethodInfo update;

    private HostDisplay(object context, object displayed, MethodInfo update)
    {
        this.context = context;
        this.displayed = displayed;
        this.update = update;
    }

    /// <summary>True if the cell that runs now is the one that has this output.</summary>
    public bool IsInRunningCell => Current() == context;

    /// <summary>Shows a value in the running cell; null where no cell is running, as in a plain program.</summary>
    public static HostDisplay? Show(object value)
    {
        if (Current() is not { } context || ShowMethod(context.GetType()) is not { } show)
            return null;
        // Older kernels take one MIME type, newer ones several.
        object mimeTypes = show.GetParameters()[2].ParameterType == typeof(string) ? MimeTypes[0] : MimeTypes;
        var displayed = show.Invoke(null, [context, value, mimeTypes]);
        return displayed?.GetType().GetMethod("Update", [typeof(object)]) is { } update ? new(context, displayed, update) : null;
    }

    /// <summary>Replaces what is shown.</summary>
    public void Update(object value) => update.Invoke(displayed, [value]);

    private static object? Current() => ContextType()?.GetProperty("Current")?.GetValue(null);

    private static Type? ContextType() => AppDomain.CurrentDomain.GetAssemblies()
        .Where(a => a.GetName().Name is { } name && name.Contains("Interactive", StringComparison.Ordinal))
        .Select(a => a.GetType("Microsoft.DotNet.Interactive.KernelInvocationContext"))
        .FirstOrDefault(t => t is not null);

    private static MethodInfo? ShowMethod(Type context) => context.Assembly
        .GetType("Microsoft.DotNet.Interactive.KernelInvocationContextExtensions")?
        .GetMethods()
        .FirstOrDefault(m => m.Name == "Display" && m.GetParameters() is [var first, _, var types]
            && first.ParameterType == context && (types.ParameterType == typeof(string) || types.ParameterType == typeof(string[])));
}
