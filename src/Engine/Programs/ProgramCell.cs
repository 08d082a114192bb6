using Notebooks.Documents;

namespace Notebooks.Programs;

/// <summary>A cell as a program takes it: C# to compile, and text that becomes a comment.</summary>
/// <param name="Number">Its number among the cells that are executed, the <c>[n]</c> of a front end; 0 for prose.</param>
/// <param name="Code">Its C#, other lines blanked; empty where it has none.</param>
/// <param name="Comment">What becomes a comment: prose, or parts in another language.</param>
/// <param name="MayFail">True if it is meant to fail, and the notebook goes on.</param>
internal sealed record ProgramCell(int Number, string Code, string Comment, bool MayFail)
{
    /// <summary>The cells of a notebook, and what their commands ask for.</summary>
    public static IReadOnlyList<ProgramCell> Of(NotebookDocument notebook, CellCommands commands)
    {
        var cells = new List<ProgramCell>();
        var number = 0;
        foreach (var cell in notebook.Cells.Where(static cell => !string.IsNullOrWhiteSpace(cell.Source)))
        {
            var source = cell.Source.ReplaceLineEndings("\n");
            if (!cell.IsCode)
                cells.Add(new(0, "", source, false));
            else if (cell.IsSkipped)
                cells.Add(new(0, "", $"Tagged skip-execution:\n{source}", false));
            else
                cells.Add(Read(++number, MagicLines.WithLanguage(cell).ReplaceLineEndings("\n"), cell, commands));
        }

        return cells;
    }

    private static ProgramCell Read(int number, string source, NotebookCell cell, CellCommands commands)
    {
        var lines = source.Split('\n');
        var other = new List<string>();
        string? language = null;
        for (var i = 0; i < lines.Length; i++)
        {
            if (CellCommands.LanguageOf(lines[i]) is { } named)
            {
                language = CellCommands.IsCSharp(named) ? null : named;
                if (language is not null)
                    commands.BecomesComment(number, language);
                lines[i] = "";
            }
            else if (language is not null)
            {
                other.Add(lines[i]);
                lines[i] = "";
            }
            else if (commands.Takes(number, lines[i]))
            {
                lines[i] = "";
            }
        }

        var code = string.Join('\n', lines);
        return new(
            number,
            string.IsNullOrWhiteSpace(code) ? "" : code,
            string.Join('\n', other).Trim('\n'),
            cell.Tags.Contains("raises-exception"));
    }
}
