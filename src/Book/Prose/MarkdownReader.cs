using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Mathematics;
using Markdig.Syntax;

namespace Notebooks.Book.Prose;

/// <summary>Markdown as notebooks have it: GitHub's, with formulas between dollar signs.</summary>
internal static class MarkdownReader
{
    /// <summary>The extensions of CommonMark that Jupyter, VS Code and GitHub share.</summary>
    internal static MarkdownPipeline Pipeline { get; } = BuildPipeline();

    /// <summary>Reads Markdown.</summary>
    public static MarkdownDocument Parse(string markdown) => Markdown.Parse(markdown, Pipeline);

    /// <summary>Every block of C# in a text, in order.</summary>
    internal static IEnumerable<FencedCodeBlock> CSharpBlocks(MarkdownDocument document) =>
        document.Descendants<FencedCodeBlock>()
            .Where(static block => block is not MathBlock && block.Info is "csharp" or "cs" or "c#" or "C#");

    private static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePipeTables()
            .UseMathematics()
            .UseAlertBlocks()
            .UseAutoLinks()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough);
        builder.BlockParsers.Insert(0, new FormulaBlockParser());
        return builder.Build();
    }
}
