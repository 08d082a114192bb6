using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Notebooks.Book.Writing;

/// <summary>Collects what one source file contributes to the book while it is rendered from top to bottom.</summary>
internal sealed partial class PageWriter
{
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly StringBuilder sectionText = new();
    private readonly List<SearchEntry> search = [];
    private readonly SortedSet<string> names = new(StringComparer.Ordinal);
    private readonly List<PageFigure> figures = [];
    private readonly StringBuilder checks = new();
    private readonly string number;
    private int passed;
    private (string Id, string Title) section = ("", "");

    /// <summary>A page for a source file.</summary>
    /// <param name="source">The file, relative to the root of the repository, with forward slashes.</param>
    /// <param name="targets">What links can lead to.</param>
    /// <param name="number">The page's number in the chapter, or nothing.</param>
    public PageWriter(string source, LinkTargets targets, string number = "")
    {
        Source = source;
        Targets = targets;
        this.number = number;
    }

    /// <summary>The file, relative to the root of the repository.</summary>
    public string Source { get; }

    /// <summary>Targets of links.</summary>
    public LinkTargets Targets { get; }

    /// <summary>The number of the cell at hand, or 0 where the file has no cells.</summary>
    public int Cell { get; set; }

    /// <summary>The anchor that the id of the cell at hand makes; empty where it has none.</summary>
    public string CellAnchor { get; set; } = "";

    /// <summary>The body so far.</summary>
    public StringBuilder Html { get; } = new();

    /// <summary>The headings so far.</summary>
    public List<Heading> Headings { get; } = [];

    /// <summary>The links to pages of the book so far.</summary>
    public List<PageLink> Links { get; } = [];

    /// <summary>The files to be copied so far.</summary>
    public SortedSet<string> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Every mistake so far, one line each.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>The first paragraph, as HTML.</summary>
    public string Summary { get; set; } = "";

    /// <summary>The script that brings the figures alive; empty when there are none.</summary>
    public string FigureScript { get; set; } = "";

    /// <summary>The style sheets that figures have brought along so far.</summary>
    public List<string> Styles { get; } = [];

    /// <summary>The number of the cell that failed, or 0.</summary>
    public int FailedCell { get; set; }

    /// <summary>The file and cell at hand, as messages name them.</summary>
    public string Where => Cell == 0 ? Source : string.Create(CultureInfo.InvariantCulture, $"{Source}, cell {Cell}");

    /// <summary>Begins a section.</summary>
    /// <param name="level">The heading's level.</param>
    /// <param name="text">Its plain text.</param>
    /// <param name="html">Its text as HTML.</param>
    /// <returns>The anchor it gets: as GitHub and VS Code make it, and unique on the page.</returns>
    public string BeginSection(int level, string text, string html)
    {
        var id = Unique(Anchor.Of(text));
        Headings.Add(new(level, id, html));
        EndSection();
        section = (id, text);
        return id;
    }

    /// <summary>Keeps the end of the body, a cell of checks, for the end of the section.</summary>
    /// <param name="begin">Where the cell begins in <see cref="Html"/>.</param>
    /// <param name="count">How many checks have passed in it.</param>
    public void MoveToChecks(int begin, int count)
    {
        checks.Append(Html, begin, Html.Length - begin);
        Html.Length = begin;
        passed += count;
    }

    /// <summary>Adds the checks of the section at hand to the body: one line, and in full on demand.</summary>
    public void FoldChecks()
    {
        if (passed == 0)
            return;
        Html.Append("<details class=\"checks\"><summary><span aria-hidden=\"true\">✓</span> ")
            .Append(CultureInfo.InvariantCulture, $"{passed} check{(passed == 1 ? "" : "s")} passed</summary>\n")
            .Append(checks).Append("</details>\n");
        checks.Clear();
        passed = 0;
    }

    /// <summary>Adds plain text to what the search finds in the section at hand.</summary>
    public void AddSearchText(string text) => sectionText.Append(text).Append(' ');

    /// <summary>Adds names that code uses to what the search finds in the section at hand.</summary>
    public void AddSearchNames(string code) => names.UnionWith(Name().Matches(code).Select(static match => match.Value));

    /// <summary>Counts a figure in the section at hand.</summary>
    /// <param name="title">What it says it shows.</param>
    /// <param name="picture">A small picture of it, or nothing.</param>
    public PageFigure AddFigure(string title, string picture)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{number}{(number.Length == 0 ? "" : ".")}{figures.Count + 1}");
        var figure = new PageFigure(
            Unique("figure-" + place.Replace('.', '-')), place, CellAnchor, section.Id, title, picture);
        figures.Add(figure);
        return figure;
    }

    /// <summary>The finished page.</summary>
    public PageContent Finish()
    {
        FoldChecks();
        EndSection();
        var title = Headings.Find(static heading => heading.Level == 1)?.Html ?? Path.GetFileNameWithoutExtension(Source);
        return new(
            title, Summary, Html.ToString(), figures, Styles, Headings, search, Links, [.. Files], FigureScript, FailedCell);
    }

    /// <summary>An id that no other element of the page has: the wanted one, or that with a number.</summary>
    public string Unique(string wanted)
    {
        var id = wanted;
        for (var n = 1; !ids.Add(id); n++)
            id = string.Create(CultureInfo.InvariantCulture, $"{wanted}-{n}");
        return id;
    }

    private void EndSection()
    {
        var text = Blanks().Replace(sectionText.ToString(), " ").Trim();
        if (section.Title.Length + text.Length > 0)
            search.Add(new(section.Id, section.Title, text, string.Join(' ', names)));
        sectionText.Clear();
        names.Clear();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    // Longer than a loop's variable, and nothing that a string or a number holds.
    [GeneratedRegex(@"(?<![\w""'.])[\p{L}_]\w{2,}(?![\w""'])|(?<=\.)[\p{L}_]\w{2,}(?![\w""'])")]
    private static partial Regex Name();
}
