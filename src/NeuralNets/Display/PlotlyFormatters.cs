using System.Reflection;
using System.Runtime.CompilerServices;
using NeuralNets.Charts;
using Plotly.NET;

namespace NeuralNets.Display;

/// <summary>
/// Tells a notebook's kernel to show Plotly.NET's own charts as figures. They carry no attribute by which the kernel could
/// find that out, so the formatters are registered when both assemblies are there; by reflection, so that this library
/// need not refer to the kernel's.
/// </summary>
internal static class PlotlyFormatters
{
    private const string Formatting = "Microsoft.DotNet.Interactive.Formatting";
    private const string PlotlyNet = "Plotly.NET";

    private static readonly string[] MimeTypes = ["text/html", "text/plain"];
    private static readonly HashSet<Assembly> Registered = [];

    /// <summary>Only listens: a program without notebooks, or without such charts, pays nothing.</summary>
    [ModuleInitializer]
    internal static void Listen()
    {
        AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) => Prepare(loaded.LoadedAssembly);
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
            Prepare(assembly);
    }

    private static void Prepare(Assembly assembly)
    {
        if (assembly.GetName().Name is not (Formatting or PlotlyNet))
            return;
        var assemblies = AppDomain.CurrentDomain.GetAssemblies();
        if (assemblies.Any(a => a.GetName().Name == PlotlyNet))
            Array.ForEach(assemblies, a => RegisterWith(a));
    }

    private static void RegisterWith(Assembly formatting)
    {
        lock (Registered)
        {
            if (formatting.GetName().Name != Formatting || !Registered.Add(formatting))
                return;
        }

        var formatter = formatting.GetType($"{Formatting}.Formatter");
        var register = formatter?.GetMethod("Register", [typeof(Type), typeof(Action<object, TextWriter>), typeof(string)]);
        Action<object, TextWriter> html = (value, writer) => writer.Write(PlotlyChart.ToFigure((GenericChart)value).ToHtml());
        Action<object, TextWriter> plain = (value, writer) => writer.Write(PlotlyChart.ToFigure((GenericChart)value).ToString());
        register?.Invoke(null, [typeof(GenericChart), html, MimeTypes[0]]);
        register?.Invoke(null, [typeof(GenericChart), plain, MimeTypes[1]]);
        formatter?.GetMethod("SetPreferredMimeTypesFor", [typeof(Type), typeof(string[])])?
            .Invoke(null, [typeof(GenericChart), MimeTypes]);
    }
}
