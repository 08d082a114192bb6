using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Notebooks.Programs;

/// <summary>Changes to a text, each at a place of the text as it was.</summary>
/// <param name="text">The text.</param>
internal sealed class TextEdits(string text)
{
    private readonly List<(TextSpan Span, string With, bool IsRemoval)> edits = [];

    /// <summary>Puts something in the place of a span.</summary>
    public void Replace(TextSpan span, string with) => edits.Add((span, with, false));

    /// <summary>Puts something before a position.</summary>
    public void Insert(int position, string what) => edits.Add((new(position, 0), what, false));

    /// <summary>Takes a span out, with every other change in it.</summary>
    public void Remove(TextSpan span) => edits.Add((span, "", true));

    /// <summary>A part of the text with its changes; within what is replaced as a whole no other change counts.</summary>
    /// <param name="part">The part.</param>
    /// <param name="isWhole">True if the part itself is among what is replaced, and is wanted all the same.</param>
    public string Apply(TextSpan part, bool isWhole = false)
    {
        var result = new StringBuilder();
        var at = part.Start;
        var within = edits.Where(edit => part.Contains(edit.Span)
                && !(isWhole && (edit.Span == part || edit.Span.Start == part.End)))
            .OrderBy(static edit => edit.Span.Start).ThenByDescending(static edit => edit.IsRemoval)
            .ThenByDescending(static edit => edit.Span.Length == 0).ThenByDescending(static edit => edit.Span.Length);
        foreach (var (span, with, _) in within)
        {
            if (span.Start < at)
                continue;
            result.Append(text, at, span.Start - at).Append(with);
            at = span.End;
        }

        return result.Append(text, at, part.End - at).ToString();
    }
}
