using Notebooks.Book.Pages;
using Notebooks.Documents;

namespace Notebooks.Book.Site;

/// <summary>Which cells a reader may run in the book's pages, as <c>"cells"</c> of <c>notebooks/book.json</c> has it.</summary>
/// <param name="Program">The project, for WebAssembly, of the program that runs them.</param>
/// <param name="Notebooks">The notebooks whose cells run, by their names without <c>.ipynb</c>.</param>
/// <param name="Still">
/// Of these notebooks the cells and exercises that do not run: notebook, the cell's identifier, a sentence that tells the reader why.
/// </param>
internal sealed record CellSettings(
    string? Program,
    IReadOnlyList<string>? Notebooks,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>? Still)
{
    private static readonly Dictionary<string, string> Nothing = [];

    /// <summary>The cells of a notebook that run, or null where none do.</summary>
    public RunningCells? Of(NotebookDocument notebook) =>
        Notebooks!.Contains(NameOf(notebook)) ? new(Still?.GetValueOrDefault(NameOf(notebook)) ?? Nothing) : null;

    /// <summary>Checks that the program is there.</summary>
    /// <param name="root">The root of the repository.</param>
    /// <exception cref="BookException">It is not, or the settings lack something.</exception>
    public void CheckProgram(string root)
    {
        if (Program is null || Notebooks is null)
            throw Wrong($"it lacks \"{(Program is null ? "program" : "notebooks")}\"; expected \"program\", \"notebooks\" and, where some "
                + "cells do not run, \"still\"");
        if (!File.Exists(Path.Combine(root, Program)))
            throw Wrong($"\"program\" is '{Program}', where a project's file is expected; there is none");
    }

    /// <summary>Checks that all notebooks and cells are there that it names.</summary>
    /// <param name="notebooks">The notebooks of the book.</param>
    /// <exception cref="BookException">One is not, or a cell does not run without a reason.</exception>
    public void CheckNotebooks(IReadOnlyList<NotebookDocument> notebooks)
    {
        var known = notebooks.ToDictionary(NameOf, StringComparer.Ordinal);
        foreach (var name in Notebooks!)
        {
            if (!known.ContainsKey(name))
                throw Wrong($"\"notebooks\" has '{name}', where the name of a notebook without .ipynb is expected; there is none");
        }

        foreach (var (name, cells) in Still ?? new Dictionary<string, IReadOnlyDictionary<string, string>>())
        {
            if (!Notebooks.Contains(name))
                throw Wrong($"\"still\" has '{name}', where one of \"notebooks\" is expected");
            CheckCells(known[name], cells);
        }
    }

    private static void CheckCells(NotebookDocument notebook, IReadOnlyDictionary<string, string> cells)
    {
        var known = notebook.Cells.Where(static cell => cell.IsCode || RunningCells.IsExercise(cell))
            .Select(static cell => cell.Id).ToHashSet();
        foreach (var (id, because) in cells)
        {
            if (!known.Contains(id))
                throw Wrong($"\"still\" has the cell '{id}' of {NameOf(notebook)}, where the id of a code cell, or of an exercise whose "
                    + "solution has code, is expected; there is none");
            if (string.IsNullOrWhiteSpace(because))
                throw Wrong($"\"still\" has no reason for the cell '{id}' of {NameOf(notebook)}, where a sentence for the reader is "
                    + "expected");
        }
    }

    private static string NameOf(NotebookDocument notebook) => Path.GetFileNameWithoutExtension(notebook.FileName);

    private static BookException Wrong(string found) => new($"{BookSettings.FileName}: \"cells\": {found}.");
}
