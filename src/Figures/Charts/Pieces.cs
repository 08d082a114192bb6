using System.Text.RegularExpressions;

namespace NeuralNets.Charts;

/// <summary>
/// The pieces that the markup of all frames is made of, each once: the elements, and the paths of those that have one. A path
/// that is much like the last one of its element, as that of a curve that grows, is written as what differs.
/// </summary>
internal sealed partial class Pieces
{
    private const int WorthIt = 12; // Letters that a reference takes.

    private readonly List<object> written = [];
    private readonly List<string> whole = [];
    private readonly Dictionary<string, int> places = [];
    private readonly Dictionary<int, int> last = []; // The place of an element's beginning, and of the path that followed it last.

    /// <summary>
    /// The pieces: a text, or [place, before, middle, behind] for the text at an earlier place with another middle, of which so
    /// many letters before and behind stay.
    /// </summary>
    public IReadOnlyList<object> Written => written;

    /// <summary>The places of the pieces of a markup.</summary>
    public IReadOnlyList<int> Add(string markup)
    {
        var found = new List<int>();
        foreach (var piece in Border().Split(markup).Where(piece => piece.Length > 0))
            found.Add(PlaceOf(piece, found.Count == 0 || piece[0] == '<' ? -1 : found[^1]));
        return found;
    }

    private int PlaceOf(string piece, int element)
    {
        if (!places.TryGetValue(piece, out var place))
        {
            place = places[piece] = whole.Count;
            whole.Add(piece);
            written.Add(last.TryGetValue(element, out var like) ? Shorter(piece, like) : piece);
        }

        if (element >= 0)
            last[element] = place;
        return place;
    }

    private object Shorter(string piece, int like)
    {
        var (earlier, most) = (whole[like], Math.Min(whole[like].Length, piece.Length));
        var before = 0;
        while (before < most && earlier[before] == piece[before])
            before++;
        var behind = 0;
        while (behind < most - before && earlier[^(behind + 1)] == piece[^(behind + 1)])
            behind++;
        return before + behind > WorthIt ? new object[] { like, before, piece[before..^behind], behind } : piece;
    }

    [GeneratedRegex("(?=<)|(?<= d=)")]
    private static partial Regex Border();
}
