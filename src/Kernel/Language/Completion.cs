using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.Tags;

namespace Notebooks.Jupyter.Language;

/// <summary>Completion of C# code, by Roslyn.</summary>
internal static class Completion
{
    private const int MaxMatches = 1000;

    /// <summary>Candidates at a position.</summary>
    public static async Task<CompletionAnswer> FindAsync(Document document, int position)
    {
        var service = CompletionService.GetService(document)!;
        var text = await document.GetTextAsync();
        var list = await service.GetCompletionsAsync(document, position);
        var span = list.ItemsList.Count > 0 ? list.Span : service.GetDefaultCompletionListSpan(text, position);
        var typed = text.ToString(span)[..Math.Max(0, position - span.Start)];
        var matches = list.ItemsList
            .Where(item => item.FilterText.StartsWith(typed, StringComparison.OrdinalIgnoreCase)
                && !item.Tags.Contains(WellKnownTags.Operator))
            .OrderByDescending(item => item.FilterText.StartsWith(typed, StringComparison.Ordinal))
            .ThenByDescending(item => item.Rules.MatchPriority)
            .ThenBy(item => item.SortText, StringComparer.OrdinalIgnoreCase)
            .Select(item => new CompletionMatch(InsertedText(item), Kind(item)))
            .DistinctBy(match => match.Text)
            .Take(MaxMatches);
        return new CompletionAnswer([.. matches], span.Start, Math.Max(span.End, position));
    }

    private static string InsertedText(CompletionItem item) =>
        item.Properties.TryGetValue("InsertionText", out var text) ? text : item.DisplayText;

    private static string Kind(CompletionItem item) => item.Tags.FirstOrDefault()?.ToUpperInvariant() switch
    {
        "EXTENSIONMETHOD" => "method",
        "LOCAL" or "RANGEVARIABLE" => "variable",
        "STRUCTURE" => "struct",
        "ENUMMEMBER" => "enum",
        null => "text",
        var tag => string.Concat(tag.Select(char.ToLowerInvariant)),
    };
}
