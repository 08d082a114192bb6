using Markdig.Extensions.Mathematics;
using Markdig.Helpers;
using Markdig.Parsers;

namespace Notebooks.Book.Prose;

/// <summary>
/// Reads a formula that begins behind the <c>$$</c> of one line and ends before the <c>$$</c> of a later one. Jupyter, VS Code
/// and GitHub set it; Markdig knows only a formula in one line and one between two lines that hold nothing but <c>$$</c>.
/// </summary>
internal sealed class FormulaBlockParser : BlockParser
{
    private const string Dollars = "$$";

    /// <summary>The parser.</summary>
    public FormulaBlockParser() => OpeningCharacters = ['$'];

    /// <inheritdoc/>
    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line.ToString().TrimEnd();
        var begins = line.StartsWith(Dollars, StringComparison.Ordinal) && line.Length > Dollars.Length
            && !line.AsSpan(Dollars.Length).Contains(Dollars, StringComparison.Ordinal);
        if (processor.IsCodeIndent || !begins)
            return BlockState.None;
        processor.Line.Start += Dollars.Length;
        processor.NewBlocks.Push(
            new MathBlock(this) { Line = processor.LineIndex, Column = processor.Column, Span = new(processor.Start, processor.Line.End) });
        return BlockState.Continue;
    }

    /// <inheritdoc/>
    public override BlockState TryContinue(BlockProcessor processor, Markdig.Syntax.Block block)
    {
        var line = processor.Line.ToString().TrimEnd();
        if (!line.EndsWith(Dollars, StringComparison.Ordinal))
            return BlockState.Continue;
        var last = new StringSlice(line[..^Dollars.Length]);
        var formula = (MathBlock)block;
        formula.AppendLine(ref last, processor.Column, processor.LineIndex, processor.CurrentLineStartPosition, trackTrivia: false);
        formula.ClosingFencedCharCount = Dollars.Length;
        return BlockState.BreakDiscard;
    }
}
