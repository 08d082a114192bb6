using System.Reflection;
using System.Text.RegularExpressions;

namespace Notebooks.Sessions.Errors;

/// <summary>Names a call as its author wrote it, not as the compiler renamed it.</summary>
internal static partial class CallName
{
    /// <summary>The method's name: <c>Model.Fit(Double[] x)</c>, <c>Square(Int32 n)</c>, or <c>the cell</c>.</summary>
    /// <param name="method">The method on the stack.</param>
    public static string Of(MethodBase? method)
    {
        if (method is null)
            return "a method";
        var (name, type) = (method.Name, method.DeclaringType);

        // What async methods, iterators and lambdas compile to lies in a nested type; its name may carry the method's.
        if (name == "MoveNext" && IsGenerated(type))
            (name, type) = (type!.Name, type.DeclaringType);
        while (IsGenerated(type))
            type = type!.DeclaringType;
        var owner = type is null || IsCell(type) ? "" : TypeName(type) + ".";
        if (Generated().Match(name) is { Success: true } generated)
            return NameGenerated(generated, owner);
        var arguments = string.Join(", ", method.GetParameters().Select(parameter => $"{parameter.ParameterType.Name} {parameter.Name}"));
        return method.IsConstructor ? $"new {owner.TrimEnd('.')}({arguments})" : $"{owner}{name}({arguments})";
    }

    private static string NameGenerated(Match generated, string owner)
    {
        var inside = generated.Groups["method"].Value;
        var outer = inside.StartsWith('<') ? "the cell" : $"{owner}{inside}(…)";
        return generated.Groups["kind"].Value switch
        {
            "g" => $"{generated.Groups["local"].Value}(…)",
            "b" => $"a lambda in {outer}",
            _ => outer,
        };
    }

    private static string TypeName(Type type) =>
        (type.DeclaringType is { } outer && !IsCell(outer) ? TypeName(outer) + "." : "") + type.Name.Split('`')[0];

    private static bool IsGenerated(Type? type) => type?.Name.StartsWith('<') == true;

    private static bool IsCell(Type type) => type.Name.StartsWith("Submission#", StringComparison.Ordinal);

    // <Fit>d__3, <Fit>b__0, <Fit>g__Local|0_1; at a cell's top level the method is <Initialize>, which doubles the brackets.
    [GeneratedRegex(@"^<(?<method>.*)>(?<kind>\w)__(?<local>\w*)")]
    private static partial Regex Generated();
}
