using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using NeuralNets.Checks;
using NeuralNets.Training;

namespace NeuralNets.Tests;

/// <summary>The library is what cells call: a public type that no cell and no exercise of the chapter needs is not public.</summary>
public partial class PublicSurfaceTests
{
    /// <summary>Types that need not stand in a cell, and why they are public all the same.</summary>
    private static readonly Dictionary<Type, string> Reasons = new()
    {
        [typeof(CheckFailedException)] = "its name stands in the output of a cell whose check fails",
    };

    private static readonly HashSet<string> Words =
        [.. Notebooks().SelectMany(Code).SelectMany(code => Word().Matches(code)).Select(word => word.Value)];

    [Fact]
    public void Every_public_type_is_needed_by_a_cell_or_an_exercise()
    {
        var types = typeof(Train).Assembly.GetExportedTypes();
        var needed = types.Where(IsNamed).SelectMany(type => CalledMembers(type).SelectMany(TypesOf)).ToHashSet();
        var superfluous = types.Where(type => !IsNamed(type) && !needed.Contains(type) && !Reasons.ContainsKey(type));
        Assert.Empty(superfluous.Select(type => type.FullName));
    }

    [Fact]
    public void Every_reason_is_still_wanted() => Assert.DoesNotContain(Reasons.Keys, IsNamed);

    /// <summary>A cell names the type, or one nested in it, or calls one of its extension methods.</summary>
    private static bool IsNamed(Type type) =>
        Words.Contains(type.Name) || (IsOfExtensions(type) ? CalledMembers(type).Any() : type.DeclaringType is { } outer && IsNamed(outer));

    private static bool IsOfExtensions(Type type) => type.IsDefined(typeof(ExtensionAttribute), inherit: false);

    /// <summary>The members whose name stands in a cell, and the constructors.</summary>
    private static IEnumerable<MemberInfo> CalledMembers(Type type) => type
        .GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(member => member is ConstructorInfo || Words.Contains(member.Name));

    private static IEnumerable<Type> TypesOf(MemberInfo member) => member switch
    {
        PropertyInfo property => Parts(property.PropertyType),
        MethodInfo method => TypesOf(method.GetParameters()).Concat(Parts(method.ReturnType)),
        ConstructorInfo constructor => TypesOf(constructor.GetParameters()),
        _ => [],
    };

    private static IEnumerable<Type> TypesOf(ParameterInfo[] parameters) =>
        parameters.SelectMany(parameter => Parts(parameter.ParameterType));

    private static IEnumerable<Type> Parts(Type type) => type.GetGenericArguments().SelectMany(Parts).Append(type);

    private static string[] Notebooks([CallerFilePath] string here = "") =>
        Directory.GetFiles(Path.Combine(Path.GetDirectoryName(here)!, "../../notebooks"), "*.ipynb");

    /// <summary>Code cells, and the code in the prose of exercises and their solutions.</summary>
    private static IEnumerable<string> Code(string notebook)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(notebook));
        foreach (var cell in document.RootElement.GetProperty("cells").EnumerateArray())
        {
            var source = string.Concat(cell.GetProperty("source").EnumerateArray().Select(line => line.GetString()));
            if (cell.GetProperty("cell_type").GetString() == "code")
                yield return source;
            foreach (Match fence in Fence().Matches(source))
                yield return fence.Groups[1].Value;
        }
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
