using System.Reflection;

namespace NeuralNets.Display;

/// <summary>
/// The registry by which a notebook's kernel shows values. Kernels that follow .NET Interactive's conventions keep it in
/// <c>Microsoft.DotNet.Interactive.Formatting</c>; found by reflection, so that this library need not refer to it.
/// </summary>
internal sealed class HostFormatters
{
    private const string Library = "Microsoft.DotNet.Interactive.Formatting";

    private readonly MethodInfo register;
    private readonly MethodInfo prefer;

    private HostFormatters(MethodInfo register, MethodInfo prefer)
    {
        this.register = register;
        this.prefer = prefer;
    }

    /// <summary>The registry of this process; null where no notebook runs.</summary>
    public static HostFormatters? Find()
    {
        var formatter = Type.GetType($"{Library}.Formatter, {Library}");
        return formatter?.GetMethod("Register", [typeof(Type), typeof(Action<object, TextWriter>), typeof(string)]) is { } register
            && formatter.GetMethod("SetPreferredMimeTypesFor", [typeof(Type), typeof(string[])]) is { } prefer
            ? new(register, prefer)
            : null;
    }

    /// <summary>Shows values of a type as HTML and as plain text.</summary>
    /// <param name="type">The type; what derives from it is shown so too.</param>
    /// <param name="html">Writes a value as a fragment of a page.</param>
    /// <param name="plain">Writes a value as plain text.</param>
    /// <param name="preferred">The MIME types in which a value of its own is shown; inside another value's table it is HTML.</param>
    public void Register(Type type, Func<object, string> html, Func<object, string> plain, params string[] preferred)
    {
        Add(type, "text/html", html);
        Add(type, "text/plain", plain);
        prefer.Invoke(null, [type, preferred]);
    }

    private void Add(Type type, string mimeType, Func<object, string> text)
    {
        Action<object, TextWriter> write = (value, writer) => writer.Write(text(value));
        register.Invoke(null, [type, write, mimeType]);
    }
}
