using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Notebooks.Documents;
using Notebooks.Running.Checking;

namespace Engine.Tests.Chapter;

/// <summary>The code of a solution, and what the page says that it prints.</summary>
/// <param name="Code">What stands between <c>```csharp</c> and <c>```</c>.</param>
/// <param name="Printed">What stands in the <c>```text</c> right below it; empty when there is none.</param>
internal sealed partial record Solution(string Code, string Printed)
{
    /// <summary>The distance that a number may have from what is said: the cell of the exercise may set it, as a code cell does.</summary>
    public Tolerance Tolerance { get; init; } = Tolerance.Default;

    /// <summary>A solution as <see cref="Fences"/> finds it.</summary>
    public static Solution Of(Match fences) => new(fences.Groups["code"].Value.TrimEnd(), fences.Groups["text"].Value.TrimEnd());

    /// <summary>The text that an executed cell shows: what it writes, and of each value its plain text.</summary>
    public static string Shown(NotebookCell cell)
    {
        var shown = cell.Outputs.Select(output => output!["text"] ?? output["data"]?["text/plain"]).OfType<JsonValue>();
        return string.Concat(shown.Select(text => text.GetValue<string>().TrimEnd() + "\n")).TrimEnd();
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"```csharp\n{Code}\n```\n" + (Printed.Length > 0 ? $"\n```text\n{Printed}\n```\n" : string.Empty);

    [GeneratedRegex("```csharp\n(?<code>.*?)```\n(?:\n*```text\n(?<text>.*?)```\n)?", RegexOptions.Singleline)]
    public static partial Regex Fences();
}
