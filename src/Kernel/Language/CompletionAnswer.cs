namespace Notebooks.Jupyter.Language;

/// <summary>Candidates at the cursor.</summary>
/// <param name="Matches">The candidates, best first.</param>
/// <param name="Start">Where the text that they replace begins.</param>
/// <param name="End">Where it ends.</param>
internal sealed record CompletionAnswer(IReadOnlyList<CompletionMatch> Matches, int Start, int End)
{
    /// <summary>The same with positions in characters, as Jupyter counts.</summary>
    public CompletionAnswer InCharacters(string code) =>
        this with { Start = CellText.ToCharacters(code, Start), End = CellText.ToCharacters(code, End) };
}

/// <summary>One candidate.</summary>
/// <param name="Text">The text to insert.</param>
/// <param name="Kind">What it is: <c>method</c>, <c>class</c>, <c>keyword</c> …</param>
internal sealed record CompletionMatch(string Text, string Kind);
