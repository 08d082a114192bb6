using System.Net;
using System.Reflection;

namespace NeuralNets.Torch;

/// <summary>Tells a notebook's kernel to show tensors, modules and optimizers as PyTorch prints them.</summary>
/// <remarks>
/// Kernels that follow .NET Interactive's conventions format values with <c>Microsoft.DotNet.Interactive.Formatting</c>.
/// If that library is loaded its registry is found by reflection, so that this one need not refer to it.
/// </remarks>
internal static class NotebookFormatters
{
    private const string FormattingAssembly = "Microsoft.DotNet.Interactive.Formatting";
    private const string PlainText = "text/plain";
    private const string Html = "text/html";
    private static readonly string[] Shown = ["TorchSharp.torch+Tensor", "TorchSharp.torch+nn+Module", "TorchSharp.torch+optim+Optimizer"];

    private static readonly HashSet<(Assembly Formatting, Assembly TorchSharp)> Registered = [];

    /// <summary>Registers with every formatting library that is loaded, for every TorchSharp that is; each pair once.</summary>
    /// <param name="assemblies">The assemblies of this process.</param>
    public static void RegisterWith(IReadOnlyCollection<Assembly> assemblies)
    {
        foreach (var formatting in assemblies.Where(a => a.GetName().Name == FormattingAssembly))
        {
            foreach (var torchSharp in assemblies.Where(a => a.GetName().Name == "TorchSharp"))
            {
                lock (Registered)
                {
                    if (!Registered.Add((formatting, torchSharp)))
                        continue;
                }

                Register(formatting, torchSharp);
            }
        }
    }

    private static void Register(Assembly formatting, Assembly torchSharp)
    {
        var formatter = formatting.GetType($"{FormattingAssembly}.Formatter");
        var register = formatter?.GetMethod("Register", [typeof(Type), typeof(Action<object, TextWriter>), typeof(string)]);
        var prefer = formatter?.GetMethod("SetPreferredMimeTypesFor", [typeof(Type), typeof(string[])]);
        Action<object, TextWriter> plain = (value, writer) => writer.Write(PyTorchText.Of(value));
        Action<object, TextWriter> html = (value, writer) => writer.Write($"<pre>{WebUtility.HtmlEncode(PyTorchText.Of(value))}</pre>");
        foreach (var type in Shown.Select(name => torchSharp.GetType(name)).OfType<Type>())
        {
            register?.Invoke(null, [type, plain, PlainText]);
            register?.Invoke(null, [type, html, Html]); // Inside another value's table.
            prefer?.Invoke(null, [type, new[] { PlainText }]);
        }
    }
}
