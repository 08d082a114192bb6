using Notebooks.Documents;

namespace Notebooks.Comparing;

/// <summary>Finds which cells of two notebooks are the same cell: by id, then by content, then by likeness.</summary>
internal static class CellPairs
{
    private const double Alike = 0.5;

    /// <summary>For each cell of the second notebook the index of its cell in the first, or -1.</summary>
    public static int[] Of(IReadOnlyList<NotebookCell> first, IReadOnlyList<NotebookCell> second)
    {
        var pairs = Enumerable.Repeat(-1, second.Count).ToArray();
        var ids = UniqueIds(first);
        foreach (var (id, index) in UniqueIds(second))
            pairs[index] = ids.GetValueOrDefault(id, -1);
        Match(first, second, pairs, static (a, b) => a.Type == b.Type && a.Source == b.Source);
        Match(first, second, pairs, static (a, b) =>
            a.Type == b.Type && LineDifference.Similarity(a.Source, b.Source) >= Alike);
        return pairs;
    }

    private static Dictionary<string, int> UniqueIds(IReadOnlyList<NotebookCell> cells) => cells
        .Select(static (cell, index) => (cell.Id, index)).Where(static cell => cell.Id is not null)
        .GroupBy(static cell => cell.Id!, StringComparer.Ordinal).Where(static group => group.Count() == 1)
        .ToDictionary(static group => group.Key, static group => group.First().index, StringComparer.Ordinal);

    /// <summary>Pairs what is left: each cell with the first fitting one that comes after the partner of the cell before.</summary>
    private static void Match(
        IReadOnlyList<NotebookCell> first, IReadOnlyList<NotebookCell> second, int[] pairs, Func<NotebookCell, NotebookCell, bool> fits)
    {
        var taken = pairs.Where(static index => index >= 0).ToHashSet();
        var after = -1;
        for (var j = 0; j < second.Count; j++)
        {
            if (pairs[j] < 0)
            {
                var free = Enumerable.Range(0, first.Count).Where(i => !taken.Contains(i) && fits(first[i], second[j])).ToList();
                pairs[j] = free.Count == 0 ? -1 : free.Find(i => i > after) is > 0 and var next ? next : free[0];
                taken.Add(pairs[j]);
            }

            after = pairs[j] < 0 ? after : pairs[j];
        }
    }
}
